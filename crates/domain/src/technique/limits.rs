//! Units and limits of each number of a technique: beyond them is a slip of the pen, not a socket.

use crate::document::Bounds;
pub const AROUND: Bounds = Bounds::new(0.0, 360.0, "degrees from anterior towards lateral");
pub const BELOW: Bounds = Bounds::new(-250.0, 400.0, "mm below the level that heights are counted from");
pub const ABOVE: Bounds = Bounds::new(0.0, 500.0, "mm above the distal end");
pub const LINER: Bounds = Bounds::new(0.0, 25.0, "mm");
pub const SHEATH: Bounds = Bounds::new(0.0, 5.0, "mm");
pub const PERCENT: Bounds = Bounds::new(-5.0, 12.0, "% of circumference");
pub const CIRCUMFERENCE: Bounds = Bounds::new(100.0, 900.0, "mm");
pub const DEPTH: Bounds = Bounds::new(-15.0, 15.0, "mm; negative reduces, positive relieves");
pub const HALF_SIZE: Bounds = Bounds::new(5.0, 200.0, "mm");
pub const CUP: Bounds = Bounds::new(0.0, 40.0, "mm");
pub const BLEND: Bounds = Bounds::new(5.0, 150.0, "mm");
pub const FLARE: Bounds = Bounds::new(0.0, 15.0, "mm");
pub const BAND: Bounds = Bounds::new(5.0, 120.0, "mm");
pub const ROLL: Bounds = Bounds::new(1.0, 10.0, "mm");
pub const WINDOW: Bounds = Bounds::new(6.0, 120.0, "mm");
pub const RIB_WIDTH: Bounds = Bounds::new(8.0, 60.0, "mm");
pub const RIB_HEIGHT: Bounds = Bounds::new(0.5, 10.0, "mm");
pub const CLEARANCE: Bounds = Bounds::new(0.0, 5.0, "mm");
pub const LOWER: Bounds = Bounds::new(0.0, 80.0, "mm");
pub const WALL: Bounds = Bounds::new(2.0, 20.0, "mm");
