//! What every picture made by kuva needs before it goes into a page or file.

/// A body of SVG with kuva's clip ids made its own: kuva counts them through the whole process, and the same result
/// must give the same bytes.
pub fn own_clip_ids(body: &str, prefix: &str) -> String {
    let mut known: Vec<&str> = vec![];
    let mut pieces = body.split("kuva-clip-");
    let mut text = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        let digits = piece.len() - piece.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number = &piece[..digits];
        let place = known.iter().position(|seen| *seen == number).unwrap_or_else(|| {
            known.push(number);
            known.len() - 1
        });
        text += &format!("{prefix}-clip-{place}{}", &piece[digits..]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_renumbered_by_first_use_and_stay_paired() {
        let body = "<g id=\"kuva-clip-17\"/><g id=\"kuva-clip-18\"/><use clip=\"url(#kuva-clip-17)\"/>";
        let own = own_clip_ids(body, "a");
        assert_eq!(own, "<g id=\"a-clip-0\"/><g id=\"a-clip-1\"/><use clip=\"url(#a-clip-0)\"/>");
    }
}
