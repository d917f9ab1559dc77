// Halaman menyebut tanggal. "Besok" dan "7 hari lagi" ditambahkan di sini, menurut jam pembaca dan hari di daerahnya;
// halaman yang lebih tua dari perubahan berikutnya mengatakannya. Tanpa skrip ini tidak ada yang salah atau hilang.
(() => {
  const kata = document.currentScript.dataset;
  // Indonesia tidak mengenal waktu musim panas.
  const jam = { WITA: 8, WIT: 9 }[kata.zona] ?? 7;
  const kini = new Date(Date.now() + jam * 36e5).toISOString().slice(0, 10);
  for (const time of document.querySelectorAll("time[data-lagi]")) {
    const n = (Date.parse(time.dateTime) - Date.parse(kini)) / 864e5;
    if (n < 0) continue;
    const lagi = document.createElement("span");
    lagi.className = "lagi";
    lagi.textContent = ` (${[kata.ini, kata.besok][n] ?? kata.lagi.replace("{n}", n)})`;
    time.after(lagi);
  }
  for (const hari of document.querySelectorAll("[data-kini]")) {
    if (hari.dataset.hari === kini) hari.textContent = hari.dataset.kini;
  }
  if (kini >= kata.berikutnya) {
    const lama = document.createElement("p");
    lama.className = "fase lama";
    const tautan = document.createElement("a");
    tautan.href = kata.ke;
    tautan.textContent = kata.buka;
    lama.append(`${kata.lama} `, tautan);
    document.querySelector("header").append(lama);
  }
})();
