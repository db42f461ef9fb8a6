//! The order: everything that one system needs, each once, with what must still be asked.

use crate::fitting::{Part, PartKind};
use crate::parts_of_case::{keeps_tubed_socket, plate, printed_at, transfemoral};
use crate::rules::liner::candidates_text;
use crate::scene::Chosen;
use crate::text;
use domain::catalog::{Availability, Component, Connection, Role};
use domain::limb::Side;
use texts::{Arg, Said, Wording};

/// Fields that print that a component is there, in the order in which they are looked for.
const PRINTED: &[&str] = &["listed_as", "heading", "availability", "claims[0]"];

impl Chosen<'_> {
    fn part(&self, kind: PartKind, component: &Component, quantity: u32, outcome: &str) -> Part {
        let part = self.unnumbered(kind, component.name.as_str().into(), quantity, outcome);
        // A thing without an article number is filed under its name.
        let article = Some(component.article.clone()).filter(|article| *article != component.name);
        PRINTED.iter().rev().fold(Part { article, ..part }, |part, field| self.printed(part, component, field))
    }

    fn unnumbered(&self, kind: PartKind, name: Said, quantity: u32, outcome: &str) -> Part {
        Part {
            kind,
            article: None,
            name,
            quantity,
            included_in: None,
            size: None,
            measure: None,
            ask: vec![],
            why: self.rule.words(outcome, &[]),
            rule: self.rule.id.clone(),
            source: self.rule.source.clone(),
            page: self.rule.page.clone(),
        }
    }

    /// The part with the source of a printed cell, where the component has one.
    fn printed(&self, part: Part, component: &Component, field: &str) -> Part {
        match self.catalog.cell(&printed_at(component, field)) {
            Some(cell) => Part { source: cell.source.clone(), page: cell.page.clone(), ..part },
            None => part,
        }
    }

    fn ask(&self, outcome: &str, values: &[(&'static str, Arg)]) -> Said {
        self.rule.words(outcome, values)
    }

    /// The name of a part that no article has.
    fn named(&self, id: &str) -> Said {
        Wording::new(format!("parts-name-{id}")).into()
    }

    fn quantity(&self) -> u32 {
        // Quantities in data are small whole numbers.
        self.rule.number("quantity").max(0.0) as u32
    }

    /// What the pump is ordered by: its order number where its sizes have one.
    fn order_number(&self) -> String {
        let number = self.advice.size.as_ref().and_then(|size| size.order_number.clone());
        number.unwrap_or_else(|| self.component.article.clone())
    }

    /// "foot 26 cm, left", of what goes in or on the foot.
    fn foot(&self) -> Said {
        let side = match self.case.limb.side {
            Side::Left => "left",
            Side::Right => "right",
        };
        let length = text::with(self.case.prosthesis.foot_length_cm, "cm");
        Wording::new("parts-foot").with("length", length).with("side", text::word(side)).into()
    }

    /// Whether something of this role comes with the pump.
    fn delivered(&self, role: Role) -> bool {
        self.delivery().any(|component| component.role == role)
    }

    fn delivery(&self) -> impl Iterator<Item = &Component> {
        let cell = self.component.scope_of_delivery.as_ref();
        let articles = cell.and_then(|cell| cell.value.as_ref()).into_iter().flatten();
        articles.filter_map(|article| self.catalog.get(article))
    }
}

/// The socket: made to the limb, or the present one.
pub fn socket(chosen: &Chosen<'_>) -> Vec<Part> {
    let (quantity, outcome) = if keeps_tubed_socket(chosen.case) { (0, "kept") } else { (1, "made") };
    let sockets = chosen.catalog.with_role(Role::Socket);
    sockets.map(|socket| chosen.part(PartKind::Socket, socket, quantity, outcome)).collect()
}

/// The pump, with its order number where sizes have one.
pub fn pump(chosen: &Chosen<'_>) -> Vec<Part> {
    let mut part = chosen.part(PartKind::Pump, chosen.component, 1, "met");
    part.article = Some(chosen.order_number());
    if chosen.pump.replaces_foot {
        part.measure = Some(chosen.foot());
    }
    match &chosen.advice.size {
        Some(size) => {
            part.size = Some(size.label.as_str().into());
            part = chosen.printed(part, chosen.component, &size.printed_at);
            if size.special_order {
                part.ask.push(chosen.ask("ask_special_order", &[]));
            }
        }
        None if !chosen.pump.mass_bands().is_empty() => part.ask.push(chosen.ask("ask_size", &[])),
        None => {}
    }
    if chosen.component.availability == Availability::Legacy {
        part.ask.push(chosen.ask("ask_legacy", &[]));
    }
    if chosen.component.scope_of_delivery.is_none() {
        part.ask.push(chosen.ask("ask_delivery", &[]));
    }
    vec![part]
}

/// What comes with the pump.
pub fn delivery(chosen: &Chosen<'_>) -> Vec<Part> {
    let size = chosen.advice.size.as_ref().map(|size| Said::from(size.label.as_str()));
    let parts = chosen.delivery().map(|component| {
        let part = chosen.part(PartKind::Delivered, component, 0, "met");
        let part = chosen.printed(part, chosen.component, "scope_of_delivery");
        let size = size.clone().filter(|_| component.role == Role::FunctionalRing);
        Part { included_in: Some(chosen.order_number()), size, ..part }
    });
    parts.collect()
}

/// The plate of an electronic pump.
pub fn adapter_plate(chosen: &Chosen<'_>) -> Vec<Part> {
    let offset = chosen.case.prosthesis.wide_component_below_socket;
    let (kind, outcome) =
        if offset { (PartKind::OffsetAdapterPlate, "offset") } else { (PartKind::AdapterPlate, "usual") };
    let plate = plate(chosen.case, chosen.catalog, chosen.pump);
    plate.map(|plate| chosen.part(kind, plate, 1, outcome)).into_iter().collect()
}

/// The socket connector of a tube, unless it comes with the pump.
pub fn socket_connector(chosen: &Chosen<'_>) -> Vec<Part> {
    let connection = chosen.advice.data.connection;
    if connection == Some(Connection::Direct) || chosen.delivered(Role::SocketConnector) {
        return vec![];
    }
    let (quantity, outcome, ask) = match connection {
        _ if keeps_tubed_socket(chosen.case) => (0, "kept", None),
        None => (1, "unknown", Some("ask_whether")),
        Some(_) => (1, "met", Some("ask_which")),
    };
    let ask: Vec<Said> = ask.into_iter().map(|ask| chosen.ask(ask, &[])).collect();
    let connectors = chosen.catalog.with_role(Role::SocketConnector);
    let part = |connector| chosen.part(PartKind::SocketConnector, connector, quantity, outcome);
    connectors.map(|connector| Part { ask: ask.clone(), ..part(connector) }).collect()
}

/// The liner: custom, by the maker's chart or a printed size, or the sealing one for a transfemoral limb.
pub fn liner(chosen: &Chosen<'_>) -> Vec<Part> {
    let (advice, quantity) = (chosen.liner, chosen.quantity());
    if advice.custom {
        let part = chosen.unnumbered(PartKind::Liner, chosen.named("custom_liner"), quantity, "custom");
        return vec![Part { measure: advice.measure.clone(), ask: vec![chosen.ask("ask_cast", &[])], ..part }];
    }
    let above_knee = transfemoral(chosen.case);
    let (role, outcome) = if above_knee { (Role::SealingLiner, "sealing") } else { (Role::Liner, "listed") };
    let Some(liner) = chosen.catalog.with_role(role).next() else { return vec![] };
    let mut part = chosen.part(PartKind::Liner, liner, quantity, outcome);
    if above_knee {
        part.ask.push(chosen.ask("ask_level", &[]));
        return vec![part];
    }
    part.measure.clone_from(&advice.measure);
    part.size = advice.size.map(|size| text::with(size.size_mm, "mm").into());
    if advice.measure.is_none() {
        part.ask.push(chosen.ask("ask_measure", &[]));
    } else if advice.size.is_none() {
        part.ask.push(chosen.ask("ask_chart", &[]));
        part.ask.push(chosen.ask("ask_candidates", &[("candidates", candidates_text(&advice.candidates))]));
    }
    if let Some(preflexed) = advice.preflexed.filter(|preflexed| preflexed.suits) {
        part.ask.push(chosen.ask("ask_preflexed", &[("length", text::with(preflexed.length_mm, "mm"))]));
    }
    part.ask.push(chosen.ask("ask_material", &[]));
    vec![part]
}

/// The sheath: part of the system, without a printed number.
pub fn sheath(chosen: &Chosen<'_>) -> Vec<Part> {
    let sheaths = chosen.catalog.with_role(Role::Sheath);
    let part = |sheath| chosen.part(PartKind::Sheath, sheath, chosen.quantity(), "met");
    sheaths.map(|sheath| Part { ask: vec![chosen.ask("ask", &[])], ..part(sheath) }).collect()
}

/// The articles of several sleeves, as they are printed.
fn anded(sleeves: &[&Component]) -> Arg {
    let join = |all: Arg, next: Arg| Wording::new("value-and").with("first", all).with("second", next).into();
    sleeves.iter().map(|sleeve| Arg::from(&sleeve.article)).reduce(join).unwrap_or_else(text::nothing)
}

/// The sleeve and a spare one; it seals over the knee, so a transfemoral socket has none.
pub fn sleeve(chosen: &Chosen<'_>) -> Vec<Part> {
    if transfemoral(chosen.case) {
        return vec![];
    }
    let sleeves: Vec<&Component> = chosen.catalog.with_role(Role::Sleeve).collect();
    let Some(first) = sleeves.first() else { return vec![] };
    // Which of several is not ours to say: the line names them all, as they are printed.
    let articles = sleeves.iter().map(|sleeve| sleeve.article.as_str()).collect::<Vec<_>>().join("/");
    let mut part = chosen.part(PartKind::Sleeve, first, chosen.quantity(), "met");
    if sleeves.len() > 1 {
        part.ask.push(chosen.ask("ask_which", &[("articles", anded(&sleeves))]));
    }
    part.ask.push(chosen.ask("ask_size", &[]));
    vec![Part { article: Some(articles), ..part }]
}

/// The footshell of a pump that is a foot.
pub fn footshell(chosen: &Chosen<'_>) -> Vec<Part> {
    let Some(table) = &chosen.pump.foot_table else { return vec![] };
    let part = chosen.unnumbered(PartKind::Footshell, chosen.named("footshell"), 1, "met");
    let part = chosen.printed(part, chosen.component, "pump.foot_table.footshells");
    let values = [
        ("article", (&chosen.component.article).into()),
        ("page", table.footshells.page.clone().unwrap_or_default().into()),
        ("legend", (&table.footshells.printed).into()),
        ("kinds", table.footshells.value.iter().flatten().cloned().collect::<Vec<_>>().join(", ").into()),
    ];
    vec![Part { measure: Some(chosen.foot()), ask: vec![chosen.ask("ask", &values)], ..part }]
}

/// What charges the pump.
pub fn charger(chosen: &Chosen<'_>) -> Vec<Part> {
    let Some(charger) = &chosen.component.charger else { return vec![] };
    if charger.voltage.value.is_none() {
        return vec![];
    }
    let part = chosen.unnumbered(PartKind::Charger, chosen.named("battery_charger"), 1, "met");
    let part = chosen.printed(part, chosen.component, "charger.voltage");
    let size = format!("{}, {}", charger.voltage.printed, charger.frequency.printed);
    vec![Part { size: Some(size.into()), ask: vec![chosen.ask("ask", &[])], ..part }]
}

/// The cells that the pump runs on.
pub fn batteries(chosen: &Chosen<'_>) -> Vec<Part> {
    let Some(cells) = &chosen.component.batteries else { return vec![] };
    let part = chosen.unnumbered(PartKind::Batteries, chosen.named("cells"), 1, "met");
    let part = chosen.printed(part, chosen.component, "batteries");
    let size = cells.value.iter().flatten().cloned().collect::<Vec<_>>().join(", ");
    vec![Part { size: Some(size.into()), ask: vec![chosen.ask("ask", &[])], ..part }]
}
