//! Every rule id with its predicate, and what the predicate reads from data.
//!
//! To add a rule: write the function, add its line here, and its `[[rule]]` in `data/rules`. Parsing refuses a rule
//! whose wordings or thresholds differ from the line.

use crate::conclusion::Conclusion;
use crate::fitting::{Force, Part};
use crate::rule::{Rule, Rules, Wanted};
use crate::rules::{
    cautions, contraindications, evidence, foot, forces, indications, liner, merits, order, parts, pumps, sizing, space,
};
use crate::scene::{Applies, Asked, Chosen, Considered, Lived};
use domain::Problem;

/// The function of a rule, by what it looks at.
#[derive(Clone, Copy)]
pub enum Predicate {
    /// The person and limb.
    Person(fn(&Asked<'_>) -> Option<Conclusion>),
    /// One pump for this person.
    Pump(fn(&Considered<'_>) -> Vec<Conclusion>),
    /// A force between limb and socket, with the recommended pump.
    Force(fn(&Considered<'_>) -> Force),
    /// What a simulated day says of the person.
    Day(fn(&Rule, Lived<'_>) -> Option<Conclusion>),
    /// The liner.
    Liner(fn(&Asked<'_>) -> Vec<Conclusion>),
    /// The order of pumps.
    Order(fn(&Asked<'_>) -> Option<Conclusion>),
    /// Parts for the recommended pump.
    Parts(fn(&Chosen<'_>) -> Vec<Part>),
    /// Whether a study applies: the inputs that make it apply.
    Evidence(fn(&Asked<'_>) -> Applies),
}

/// One line of the registry.
pub struct Entry {
    /// Id of the rule.
    pub id: &'static str,
    /// Its function.
    pub predicate: Predicate,
    /// Outcomes that have a wording.
    pub wordings: &'static [&'static str],
    /// Thresholds that are numbers.
    pub numbers: &'static [&'static str],
    /// Thresholds that are words.
    pub words: &'static [&'static str],
}

impl Entry {
    /// Whether the rule is a study, guideline or payer's statement.
    pub const fn is_evidence(&self) -> bool {
        matches!(self.predicate, Predicate::Evidence(_))
    }
}

impl Rules {
    /// Reads rule files, given as (file name, text), and checks them against the predicates: one rule an id, its
    /// outcomes and thresholds exactly those that the predicate uses.
    ///
    /// # Errors
    /// Every fault found, each with the name of its file.
    pub fn parse<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Vec<(String, Problem)>> {
        let wanted = REGISTRY.iter().map(|entry| {
            let Entry { id, wordings, numbers, words, .. } = *entry;
            Wanted { id, wordings, numbers, words, is_evidence: entry.is_evidence() }
        });
        Self::checked(files, &wanted.collect::<Vec<_>>())
    }

    /// The rule of a predicate.
    pub(crate) fn of(&self, entry: &Entry) -> &Rule {
        self.known(entry.id)
    }
}

/// `rule!(Kind module::function: outcomes; numbers; words)`: the id is the path of the function, so the two cannot part.
macro_rules! rule {
    ($kind:ident $module:ident :: $function:ident : $($wording:ident)* ; $($number:ident)* ; $($word:ident)*) => {
        Entry {
            id: concat!(stringify!($module), ".", stringify!($function)),
            predicate: Predicate::$kind($module::$function),
            wordings: &[$(stringify!($wording)),*],
            numbers: &[$(stringify!($number)),*],
            words: &[$(stringify!($word)),*],
        }
    };
    ($kind:ident $module:ident :: $function:ident : $($wording:ident)* ; $($number:ident)*) => {
        rule!($kind $module::$function: $($wording)*; $($number)*;)
    };
    ($kind:ident $module:ident :: $function:ident : $($wording:ident)*) => { rule!($kind $module::$function: $($wording)*; ;) };
}

/// Every rule, in the order in which conclusions are shown.
pub const REGISTRY: &[Entry] = &[
    rule!(Person contraindications::interim_fitting: met),
    rule!(Person contraindications::dialysis: met),
    rule!(Person contraindications::neuroma: met),
    rule!(Person contraindications::cognition: met),
    rule!(Person indications::volume_fluctuation: met beyond; circumference_mm_max),
    rule!(Person indications::vascular: met both diabetes arterial),
    rule!(Person indications::bone_and_scars: met both bone scars),
    rule!(Person indications::activity: met),
    rule!(Person indications::adjustable_suspension: met),
    rule!(Person cautions::no_indication: met),
    rule!(Person cautions::socks_with_vascular_disease: met arterial),
    rule!(Person cautions::skin_suction_with_diabetes: met; blister_kpa minutes),
    rule!(Person cautions::insufficient_soft_tissue: met),
    rule!(Person cautions::flabby_tissue: met),
    rule!(Person cautions::vision: met),
    rule!(Person cautions::hand_function: met),
    rule!(Person cautions::hands_and_vision: met),
    rule!(Day cautions::swelling: met;;),
    rule!(Day cautions::holds_little: met; held_pct_min settled_pct_min),
    rule!(Person cautions::specific_weight_bearing: met),
    rule!(Person cautions::cognition_with_help: met),
    rule!(Person cautions::neuroma_present: met),
    rule!(Person cautions::transfemoral: met),
    rule!(Person cautions::altitude: met out_of_reach in_reach; altitude_m_min working_vacuum_mbar_max),
    rule!(Person cautions::sleeve_wear: told longer unknown reported; months_min months_max barrier_min barrier_max),
    rule!(Person space::below_knee_unused: met),
    rule!(Pump pumps::offered: legacy unread),
    rule!(Pump pumps::body_mass: below above near_min near_max within unprinted range lower_only upper_only for_its_plate lightest_size; edge_kg),
    rule!(Pump pumps::mobility_grade: fits refused unprinted no_walking; traballesi_n samitier_n; k0 k1 k2 k3 k4 demanding_from),
    rule!(Pump sizing::ring: fits hole shared columns),
    rule!(Pump sizing::foot_table: fits hole columns special_order blank foot_outside rounded),
    rule!(Pump sizing::band_edge: heavier lighter anything; edge_kg),
    rule!(Pump space::height: fits short no_foot foot space unprinted orientation not_counted pylon to_the_knee piece first_piece plus sum; ; whole without),
    rule!(Pump space::one_foot_length: longer shorter),
    rule!(Pump space::adapter_plate: met),
    rule!(Pump space::pylon_room: none little; left_mm_min),
    rule!(Pump space::system_height: met),
    rule!(Pump foot::compatibility: replaces clamp unprinted),
    rule!(Pump pumps::temperature: refused fits),
    rule!(Pump pumps::charging_temperature: met),
    rule!(Pump pumps::battery_handling: met),
    rule!(Pump pumps::water_conflict: met),
    rule!(Pump pumps::water_unprinted: met),
    rule!(Pump pumps::water_forbidden: swims splashes),
    rule!(Pump pumps::wide_component: printed unprinted),
    rule!(Pump pumps::transfemoral: at_the_socket below_the_knee in_the_foot),
    rule!(Pump pumps::transfemoral_printed: met),
    rule!(Pump merits::retrofit: for against),
    rule!(Pump merits::replaces_present_pump: met),
    rule!(Pump merits::little_space: space limb; room_mm_max limb_mm_min),
    rule!(Pump merits::no_tubing: met),
    rule!(Pump merits::high_activity: for against refused; ; refused),
    rule!(Pump merits::adjustable_suspension: for against),
    rule!(Pump merits::water: met),
    rule!(Pump merits::two_chambers: met; chambers_min),
    rule!(Pump merits::field_service: met),
    rule!(Pump merits::shock_and_torsion: met),
    rule!(Pump merits::no_battery: for against),
    rule!(Pump merits::little_walking: for against),
    rule!(Pump merits::read_by_touch: met),
    rule!(Order order::by_merit: met),
    rule!(Force forces::impact: what liner pump foot no_pump no_foot custom_liner day),
    rule!(Force forces::rotation: what vacuum socket loaded pump no_pump day),
    rule!(Force forces::shear: what liner closure leak custom_liner day),
    rule!(Liner liner::size: printed by_chart unmeasured measure smaller; above_mm printed_small_mm printed_large_mm),
    rule!(Liner liner::series: met; step_mm example_pct),
    rule!(Liner liner::preflexed: suited unsuited printed by_chart; printed_length_mm printed_longer_mm),
    rule!(Liner liner::custom: met),
    rule!(Liner liner::material: met),
    rule!(Liner liner::transfemoral: met),
    rule!(Parts parts::socket: made kept),
    rule!(Parts parts::pump: met ask_size ask_special_order ask_legacy ask_delivery),
    rule!(Parts parts::delivery: met),
    rule!(Parts parts::adapter_plate: usual offset),
    rule!(Parts parts::socket_connector: met kept unknown ask_which ask_whether),
    rule!(Parts parts::liner: listed custom sealing ask_material ask_chart ask_candidates ask_measure ask_preflexed ask_cast ask_level; quantity),
    rule!(Parts parts::sheath: met ask; quantity),
    rule!(Parts parts::sleeve: met ask_which ask_size; quantity),
    rule!(Parts parts::footshell: met ask),
    rule!(Parts parts::charger: met ask),
    rule!(Parts parts::batteries: met ask),
    rule!(Evidence evidence::maker_benefits: met),
    rule!(Evidence evidence::board_2001: met),
    rule!(Evidence evidence::beil_2002: met),
    rule!(Evidence evidence::rink_2016: met),
    rule!(Evidence evidence::samitier_2016: met),
    rule!(Evidence evidence::traballesi_2012: met),
    rule!(Evidence evidence::rosenblatt_falls: met),
    rule!(Evidence evidence::klute_pin: met),
    rule!(Evidence evidence::in_socket_volume: met),
    rule!(Evidence evidence::xu_2017: met),
    rule!(Evidence evidence::cms_workgroup: met),
];
