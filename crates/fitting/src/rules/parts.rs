//! The parts list that goes with the recommended pump: something to order from.

use crate::fitting::{Part, PartKind};
use crate::scene::{Chosen, keeps_tubed_socket, plate, transfemoral};
use domain::catalog::{Component, Connection, Role};

impl Chosen<'_> {
    fn part(&self, kind: PartKind, component: &Component, quantity: u32, outcome: &str) -> Part {
        Part { article: Some(component.article.clone()), ..self.unnumbered(kind, &component.name, quantity, outcome) }
    }

    fn unnumbered(&self, kind: PartKind, name: &str, quantity: u32, outcome: &str) -> Part {
        Part {
            kind,
            article: None,
            name: name.into(),
            quantity,
            size: None,
            why: self.rule.words(outcome, &[]),
            rule: self.rule.id.clone(),
            source: self.rule.source.clone(),
        }
    }

    fn quantity(&self) -> u32 {
        // Quantities in data are small whole numbers.
        self.rule.number("quantity").max(0.0) as u32
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

/// The pump, with its order number where sizes have one.
pub fn pump(chosen: &Chosen<'_>) -> Vec<Part> {
    let mut part = chosen.part(PartKind::Pump, chosen.component, 1, "met");
    if let Some(size) = &chosen.advice.size {
        part.size = Some(size.label.clone());
        if let Some(number) = &size.order_number {
            part.article = Some(number.clone());
        }
    }
    vec![part]
}

/// What comes with the pump.
pub fn delivery(chosen: &Chosen<'_>) -> Vec<Part> {
    let size = chosen.advice.size.as_ref().map(|size| size.label.clone());
    let parts = chosen.delivery().map(|component| {
        let mut part = chosen.part(PartKind::Delivered, component, 0, "met");
        part.size = size.clone().filter(|_| component.role == Role::FunctionalRing);
        // A thing without an article number is filed under its name.
        part.article = part.article.filter(|article| *article != component.name);
        part
    });
    parts.collect()
}

/// The socket connector of a tube, unless it comes with the pump.
pub fn socket_connector(chosen: &Chosen<'_>) -> Vec<Part> {
    if chosen.advice.data.connection != Some(Connection::Tube) || chosen.delivered(Role::SocketConnector) {
        return vec![];
    }
    let (quantity, outcome) = if keeps_tubed_socket(chosen.case) { (0, "kept") } else { (1, "met") };
    let connectors = chosen.catalog.with_role(Role::SocketConnector);
    connectors.map(|connector| chosen.part(PartKind::SocketConnector, connector, quantity, outcome)).collect()
}

/// The plate of an electronic pump.
pub fn adapter_plate(chosen: &Chosen<'_>) -> Vec<Part> {
    let offset = chosen.case.prosthesis.wide_component_below_socket;
    let (kind, outcome) =
        if offset { (PartKind::OffsetAdapterPlate, "offset") } else { (PartKind::AdapterPlate, "usual") };
    let plate = plate(chosen.case, chosen.catalog, chosen.pump);
    plate.map(|plate| chosen.part(kind, plate, 1, outcome)).into_iter().collect()
}

/// The liner: custom, by size, or the sealing one for a transfemoral limb.
pub fn liner(chosen: &Chosen<'_>) -> Vec<Part> {
    let above_knee = transfemoral(chosen.case);
    if chosen.custom_liner {
        return vec![chosen.unnumbered(PartKind::Liner, "custom liner by plaster cast", 1, "custom")];
    }
    let (role, outcome) = if above_knee { (Role::SealingLiner, "sealing") } else { (Role::Liner, "listed") };
    let liner = chosen.catalog.with_role(role).next();
    let part = liner.map(|liner| chosen.part(PartKind::Liner, liner, 1, outcome));
    part.map(|part| Part { size: chosen.liner_size.clone(), ..part }).into_iter().collect()
}

/// The sheath: part of the system, without a printed number.
pub fn sheath(chosen: &Chosen<'_>) -> Vec<Part> {
    vec![chosen.unnumbered(PartKind::Sheath, "sheath", chosen.quantity(), "met")]
}

/// The sleeve and a spare one; it seals over the knee, so a transfemoral socket has none.
pub fn sleeve(chosen: &Chosen<'_>) -> Vec<Part> {
    if transfemoral(chosen.case) {
        return vec![];
    }
    let mut sleeves = chosen.catalog.with_role(Role::Sleeve);
    let Some(first) = sleeves.next() else { return vec![] };
    let others = sleeves.map(|sleeve| sleeve.article.clone()).collect::<Vec<_>>().join(", ");
    let mut part = chosen.part(PartKind::Sleeve, first, chosen.quantity(), "met");
    part.why = chosen.rule.words("met", &[("others", others)]);
    vec![part]
}
