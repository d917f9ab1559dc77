//! The side that the words of a table's column stand on.

/// What the library writes for the side of a column, and the class that stands for it: a policy for the browser that lets no style in by an
/// attribute would take the side away. No text can be mistaken for it, since its `<` is written `&lt;`.
const SIDES: [(&str, &str); 6] = [
    ("<td style=\"text-align: right\">", "<td class=\"kanan\">"),
    ("<th style=\"text-align: right\">", "<th class=\"kanan\">"),
    ("<td style=\"text-align: center\">", "<td class=\"pusat\">"),
    ("<th style=\"text-align: center\">", "<th class=\"pusat\">"),
    ("<td style=\"text-align: left\">", "<td>"),
    ("<th style=\"text-align: left\">", "<th>"),
];

/// Gives columns their side by a class.
pub(super) fn without_styles(html: &mut String) {
    if html.contains(" style=\"text-align: ") {
        for (style, class) in SIDES {
            *html = html.replace(style, class);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::render;

    #[test]
    fn a_column_has_its_side_without_a_style() {
        let html =
            render("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | `<td style=\"text-align: right\">` |\n", &|_| None).html;
        for part in [
            "<th>a</th>",
            "<th class=\"pusat\">b</th>",
            "<td class=\"kanan\"><code>&lt;td style=\"text-align: right\"&gt;",
        ] {
            assert!(html.contains(part), "{html}");
        }
        assert!(!html.contains("<td style"), "{html}");
    }
}
