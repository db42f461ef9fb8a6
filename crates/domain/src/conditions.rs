//! What about a person's health decides about vacuum suspension. None has a default.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A neuroma in the residual limb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Neuroma {
    /// None known.
    None,
    /// Present, bears the pressure of a socket.
    BearsPressure,
    /// Present, the patient cannot bear pressure on the limb.
    CannotBearPressure,
}

/// Whether the person can manage the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Cognition {
    /// Manages donning, leak checks and warnings.
    ManagesSystem,
    /// Manages with a helper who is there every day.
    ManagesWithHelp,
    /// Cannot manage the system.
    CannotManage,
}

/// A function of the person that handling a device needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Function {
    Full,
    Limited,
    None,
}

/// Health conditions that decide about vacuum suspension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conditions {
    /// Diabetes.
    pub diabetes: bool,
    /// Occlusive arterial disease.
    pub arterial_disease: bool,
    /// On dialysis.
    pub dialysis: bool,
    /// Neuroma in the residual limb.
    pub neuroma: Neuroma,
    /// Whether the person can manage the system.
    pub cognition: Cognition,
    /// Hand function.
    pub hand_function: Function,
    /// Vision.
    pub vision: Function,
}
