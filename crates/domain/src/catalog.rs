//! Components as their makers print them.
