//! Accessibility.

use crate::rules::{check_kota, sound};
use snapbox::str;

fn article(body: &str) -> String {
    format!("--- kota/halaman/contoh.md\n---\njudul: Contoh\n---\n\n{body}")
}

#[test]
fn a_picture_has_words_in_its_place() {
    check_kota(
        &article("![](https://contoh.test/rapat.jpg) dan ![ ](https://contoh.test/tps.jpg)\n"),
        str![[r#"
peringatan[AKS-01]: gambar https://contoh.test/rapat.jpg tidak punya kata pengganti
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:1
  |
5 | ![](https://contoh.test/rapat.jpg) dan ![ ](https://contoh.test/tps.jpg)
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: pembaca layar membacakan kata-kata ini sebagai ganti gambarnya (UU 8/2016 pasal 13 dan 24, WCAG 2.2)
  = saran: tulis apa yang terlihat: ![Ketua KPU membuka rapat](https://contoh.test/rapat.jpg)

peringatan[AKS-01]: gambar https://contoh.test/tps.jpg tidak punya kata pengganti
 --> content/wilayah/contoh/kota-contoh/halaman/contoh.md:5:40
  |
5 | ![](https://contoh.test/rapat.jpg) dan ![ ](https://contoh.test/tps.jpg)
  |                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = sebab: pembaca layar membacakan kata-kata ini sebagai ganti gambarnya (UU 8/2016 pasal 13 dan 24, WCAG 2.2)
  = saran: tulis apa yang terlihat: ![Ketua KPU membuka rapat](https://contoh.test/tps.jpg)

2 peringatan
"#]],
    );
    sound(&article("![Petugas **menghitung** suara](https://contoh.test/tps.jpg)\n"));
}
