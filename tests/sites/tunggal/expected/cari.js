// Pencarian di cari.html, tanpa pustaka dan tanpa server. Indeksnya terbagi menurut awal kata di folder cari/, jadi satu
// pencarian hanya mengambil beberapa berkas kecil. Berkas itu berupa skrip, bukan JSON, karena halaman yang dibuka dari
// kartu memori (file://) boleh memuat skrip di sampingnya dan tidak boleh mengambil berkas lain.
//
// Yang tidak ditemukan: salah ketik di huruf pertama; di situs besar juga di huruf-hurufnya yang menjadi nama berkas.
(() => {
  "use strict";

  const HURUF_TERBANYAK = 24;
  const KATA_TERBANYAK = 5;
  const SEKALI_TAMPIL = 10;
  const KOLOM_KOSONG = "Kolom kosong";
  // Sebanyak ini keping tempat yang dibuka, satu kurangnya untuk banyak kata, dan sependek ini kata yang dicari di situ.
  const KEPING_TEMPAT = 3;
  const HURUF_TEMPAT = 3;
  // Sebanyak ini tempat yang tampil sekali, dan kalau ada hasil lain.
  const TEMPAT_TAMPIL = 20;
  const TEMPAT_BERSAMA = 5;
  const LIPATAN = { a: "àáâãäåā", c: "ç", e: "èéêëē", i: "ìíîïī", n: "ñ", o: "òóôõöøō", u: "ùúûüū", y: "ýÿ" };
  const POLOS = new Map();
  for (const huruf of Object.keys(LIPATAN)) for (const c of LIPATAN[huruf]) POLOS.set(c, huruf);

  // Kata-kata sebuah teks, huruf demi huruf sama dengan `words` di src/page/cari/kata.rs.
  function kata(teks) {
    const semua = [];
    let satu = "";
    for (const c of teks.toLowerCase() + " ") {
      const huruf = /[a-z0-9]/.test(c) ? c : POLOS.get(c);
      if (huruf) {
        if (satu.length < HURUF_TERBANYAK) satu += huruf;
      } else if (!/['`’‘ʼ\u0300-\u036f\u00ad\u200b\u200e\u200f\u2060\ufeff\u061c]/.test(c)) {
        if (satu.length > 1 || /[0-9]/.test(satu)) semua.push(satu);
        satu = "";
      }
    }
    return semua;
  }

  // Akar kata menurut Snowball (indonesian.sbl), sama dengan `root` di src/page/cari/kata.rs.
  function akar(asal) {
    let ukur = asal.replace(/[^aiueo]/g, "").length;
    let awalan = "";
    let depan = "";
    let kata = asal;
    const cukup = () => ukur > 2;
    const buang = (pola, ganti = "") => {
      if (!pola.test(kata)) return false;
      kata = kata.replace(pola, ganti);
      ukur--;
      return true;
    };
    const akhiran = () => {
      // me- dan di- tidak berpasangan dengan -an; ke- dan pe- tidak dengan -kan dan -i.
      if (awalan !== "ke" && awalan !== "per" && buang(/kan$/)) return true;
      if (awalan !== "me" && buang(/an$/)) return true;
      return (awalan === "" || awalan === "me" || awalan === "per") && buang(/(^|[^s])i$/, "$1");
    };
    const awalanPertama = () => {
      const [cocok] = kata.match(/^(di|ke|meng?|mem?|peng?|pem|ter)/) || [];
      if (!cocok || kata.length < 2) return false;
      awalan = /^[pk]/.test(cocok) ? "ke" : "me";
      ukur--;
      kata = kata.slice(cocok.length);
      if (/^[mp]en$/.test(cocok) && /^y[aiueo]/.test(kata)) {
        depan = "s";
        kata = kata.slice(1);
      } else if (/^[mp]em$/.test(cocok) && /^[aiueo]/.test(kata)) {
        depan = "p";
      }
      return true;
    };
    const awalanKedua = () => {
      if (buang(/^pel(?=ajar)/)) return;
      if (buang(/^per?/)) awalan = "per";
      else if (buang(/^be(r|l(?=ajar)|(?=[^aiueo]er))/)) awalan = "ber";
    };
    if (cukup()) buang(/(kah|lah|pun)$/);
    if (cukup()) buang(/(nya|ku|mu)$/);
    if (!cukup()) return kata;
    if (awalanPertama()) {
      if (cukup() && akhiran() && cukup()) awalanKedua();
    } else {
      awalanKedua();
      if (cukup()) akhiran();
    }
    return depan + kata;
  }

  // Banyaknya salah ketik antara dua kata: huruf hilang, lebih, keliru, atau dua yang tertukar.
  function jarak(a, b, batas) {
    if (Math.abs(a.length - b.length) > batas) return batas + 1;
    let dua = [];
    let satu = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const kini = [i];
      for (let j = 1; j <= b.length; j++) {
        kini[j] = Math.min(satu[j] + 1, kini[j - 1] + 1, satu[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        const tertukar = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        if (tertukar) kini[j] = Math.min(kini[j], dua[j - 2] + 1);
      }
      [dua, satu] = [satu, kini];
    }
    return satu[b.length];
  }

  // Uji tanpa peramban memakai bagian di atas ini saja.
  if (typeof document === "undefined") {
    module.exports = { kata, akar, jarak };
    return;
  }

  const alamatSkrip = document.currentScript.src;
  const pangkalSitus = new URL(".", alamatSkrip).href;
  const berkas = new Map();
  const penerima = new Map();
  window.pilkadaCari = (nama, isi) => penerima.get(nama)(isi);

  function muat(nama) {
    if (!berkas.has(nama)) {
      berkas.set(nama, new Promise((terima, tolak) => {
        const skrip = document.createElement("script");
        penerima.set(nama, terima);
        skrip.src = pangkalSitus + "cari/" + nama + ".js";
        skrip.onload = () => skrip.remove();
        skrip.onerror = () => {
          berkas.delete(nama);
          tolak(new Error(nama));
        };
        document.head.append(skrip);
      }));
    }
    return berkas.get(nama);
  }

  let tabel;
  async function muatTabel() {
    if (!tabel) {
      const [isi, tempat] = await Promise.all([muat("daftar"), muat("tempat")]);
      tabel = { per: isi.per, nama: isi.nama.split(" "), kata: isi.kata.split(" "), tempat: tempat.split(" ") };
    }
  }

  // Kata-kata di keping tempat sebuah kata berada, dan temuan pertama dari keping-keping yang melanjutkannya.
  async function keping(keluarga, cari) {
    const pangkal = tabel[keluarga];
    for (let n = cari.length; n >= 0; n--) {
      if (pangkal.includes(cari.slice(0, n))) return muat(keluarga + "-" + cari.slice(0, n));
    }
    return pangkal.some((awal) => awal.startsWith(cari)) ? muat(keluarga + "-" + cari) : [{}, []];
  }

  // Temuan satu kata: nilai setiap entri, menurut nomornya.
  async function temuan(cari, terakhir) {
    const nilai = new Map();
    const hasil = { nilai, lebih: false, mirip: false };
    const catat = (daftar, utama, sampingan) => {
      let nomor = -1;
      for (const langkah of daftar) {
        if (langkah === 0) hasil.lebih = true;
        nomor += langkah >> 1;
        const harga = langkah & 1 ? sampingan : utama;
        if (langkah && harga > (nilai.get(nomor) || 0)) nilai.set(nomor, harga);
      }
    };
    const dasar = akar(cari);
    const tertulis = terakhir && dasar !== cari;
    // Nama boleh ditulis sebagian; kata lain hanya yang sedang diketik.
    const setengah = (nama, sasaran) => cari.length > 1 && (nama === "nama" || (terakhir && sasaran === cari));
    const keluarga = [["nama", cari, 9, 6], ["kata", dasar, 5, 3]].concat(tertulis ? [["kata", cari, 5, 3]] : []);
    const isi = await Promise.all(keluarga.map(([nama, sasaran]) => keping(nama, sasaran)));
    keluarga.forEach(([nama, sasaran, utama, sampingan], i) => {
      for (const [ada, daftar] of Object.entries(isi[i][0])) {
        if (ada === sasaran) catat(daftar, utama, sampingan);
        else if (setengah(nama, sasaran) && ada.startsWith(cari)) catat(daftar, utama - 3, sampingan - 2);
      }
      if (setengah(nama, sasaran)) catat(isi[i][1], utama - 3, sampingan - 2);
    });
    const batas = cari.length > 7 ? 2 : cari.length > 3 ? 1 : 0;
    for (let i = 0; batas && i < isi.length && nilai.size === 0; i++) {
      for (const [ada, daftar] of Object.entries(isi[i][0])) {
        if (jarak(ada, keluarga[i][1], batas) <= batas) catat(daftar, 2, 1);
      }
      hasil.mirip = nilai.size > 0;
    }
    return hasil;
  }

  // Nomor-nomor entri yang memuat kata terbanyak. Yang nilainya sama tetap menurut nomornya, jadi pasangan calon menurut
  // nomor urut. Daftar yang terpotong tidak merugikan entri yang mungkin ada di sisanya.
  async function urutan(teks) {
    const semua = kata(teks);
    const terpakai = [...new Set(semua)].sort((a, b) => b.length - a.length).slice(0, KATA_TERBANYAK);
    const perKata = await Promise.all(terpakai.map((satu) => temuan(satu, satu === semua[semua.length - 1])));
    const nilai = new Map();
    for (const nomor of new Set([].concat(...perKata.map((satu) => [...satu.nilai.keys()])))) {
      if (!tampilDiSini(nomor)) continue;
      const ada = perKata.filter((satu) => satu.nilai.has(nomor));
      const mungkin = perKata.filter((satu) => satu.lebih && !satu.nilai.has(nomor));
      const harga = ada.reduce((jumlah, satu) => jumlah + satu.nilai.get(nomor), 100 * ada.length + 50 * mungkin.length);
      nilai.set(nomor, { kata: ada.length + mungkin.length, harga });
    }
    const terbanyak = Math.max(0, ...[...nilai.values()].map((satu) => satu.kata));
    const nomor = [...nilai.keys()].filter((satu) => nilai.get(satu).kata === terbanyak);
    nomor.sort((a, b) => nilai.get(b).harga - nilai.get(a).harga || a - b);
    const salahSatu = (sifat) => perKata.some((satu) => satu[sifat]);
    // Semua kata itu nama, dan tertulis utuh.
    const tepat = nomor.length > 0 && nilai.get(nomor[0]).harga >= 109 * terpakai.length;
    return { nomor, tepat, ada: new Set(nilai.keys()), lebih: salahSatu("lebih"), mirip: salahSatu("mirip") };
  }

  // Tempat di sebuah keping yang namanya, dari salah satu katanya, berawal `kunci`, dan di dekatnya ada kata-kata `lain`.
  function tempatDi(isi, kunci, lain, batas) {
    const temuan = [];
    let nama, ekor;
    for (const satu of isi.t) {
      if (typeof satu === "string") {
        const semua = kata((nama = satu));
        ekor = semua.map((_, i) => semua.slice(i).join(""));
        continue;
      }
      const di = ekor.findIndex((satu) => (batas ? jarak(satu, kunci, batas) <= batas : satu.startsWith(kunci)));
      const [kecamatan, nomor, tps] = isi.k[satu[0] === undefined ? satu : satu[0]];
      const daerah = isi.d[nomor];
      const sekitar = kata([kecamatan, daerah[0], daerah[1]].join(" "));
      if (di < 0 || !lain.every((satu) => sekitar.some((ada) => ada.startsWith(satu)))) continue;
      temuan.push({ nama, kecamatan: satu[0] === undefined ? kecamatan : "", daerah, tps, urut: di ? 2 : +(ekor[0] !== kunci) });
    }
    return temuan;
  }

  // Kelurahan, desa dan kecamatan bernama kata-kata yang berurutan; kata lainnya kecamatan, kabupaten atau provinsinya. Kunci yang
  // berawal sama ada di keping-keping berurutan; dua yang pertama cukup, dan kalau masih ada lagi, itu dikatakan.
  async function tempat(teks, mirip) {
    const ditulis = kata(teks);
    const semua = ditulis.filter((satu) => !/^(tps|kec|kecamatan|kel|kelurahan|desa)$/.test(satu)).slice(0, KATA_TERBANYAK);
    const terbanyak = KEPING_TEMPAT - (ditulis.length < KATA_TERBANYAK ? 0 : 1);
    const dibuka = new Set();
    for (let dari = 0; dari < (mirip ? 1 : semua.length); dari++) {
      for (let sampai = semua.length; sampai > dari; sampai--) {
        const kunci = semua.slice(dari, sampai).join("");
        const batas = mirip ? (kunci.length > 7 ? 2 : +(kunci.length > 3)) : 0;
        if (kunci.length < HURUF_TEMPAT || /^(kota|kabupaten|provinsi)$/.test(semua[dari]) || (mirip && !batas)) continue;
        const sesudah = tabel.tempat.filter((awal) => awal && awal < kunci).length;
        const lanjut = (n) => n < tabel.tempat.length && tabel.tempat[n].startsWith(kunci);
        const nomor = [sesudah - 1, sesudah].filter((n) => n >= 0 && (n < sesudah || lanjut(n)));
        nomor.forEach((n) => dibuka.add(n));
        if (dibuka.size > terbanyak) return [];
        const keping = await Promise.all(nomor.map((n) => muat("tempat-" + n)));
        const lain = semua.slice(0, dari).concat(semua.slice(sampai));
        const satu = new Map();
        for (const ada of [].concat(...keping.map((isi) => tempatDi(isi, kunci, lain, batas)))) {
          const letak = [ada.nama, ada.kecamatan, ada.daerah[2]].join();
          if (!satu.has(letak)) satu.set(letak, ada);
        }
        const temuan = [...satu.values()].sort((a, b) => a.urut - b.urut);
        if (temuan.length) return Object.assign(temuan, { lebih: lanjut(sesudah + 1) });
      }
    }
    return [];
  }

  // Terjemahan tampil hanya di bahasanya, dan aslinya tidak di situ.
  function tampilDiSini(nomor) {
    const semua = tabel.bahasa || {};
    return !Object.keys(semua).some((satu) => semua[satu][satu === bahasa ? "bukan" : "milik"].includes(nomor));
  }

  async function entri(nomor) {
    return (await muat("hasil-" + Math.floor(nomor / tabel.per)))[nomor % tabel.per];
  }

  const kontes = (satu) => (satu && satu[0] === "paslon" ? satu[2].replace(/[^/]*$/, "") : "");

  // Entri berikutnya. Pasangan calon satu pemilihan tampil bersama menurut nomor urut, juga yang memuat lebih sedikit kata.
  async function berikut(hasil) {
    const ambil = hasil.nomor.filter((nomor) => !hasil.tampil.has(nomor)).slice(0, SEKALI_TAMPIL);
    await Promise.all(ambil.map(entri));
    const daftar = [];
    for (const nomor of ambil) {
      const satu = await entri(nomor);
      const awal = nomor - (nomor % tabel.per);
      for (let lain = awal; lain < awal + tabel.per; lain++) {
        const sekontes = lain === nomor || (kontes(satu) && kontes(await entri(lain)) === kontes(satu));
        if (sekontes && hasil.ada.has(lain) && !hasil.tampil.has(lain)) {
          hasil.tampil.add(lain);
          daftar.push(await entri(lain));
        }
      }
    }
    return daftar;
  }

  const formulir = document.getElementById("cari");
  const masukan = formulir.elements.q;
  const bahasa = document.documentElement.lang;
  // Kode bahasa di alamat halaman ini, kalau ada.
  const kode = formulir.dataset.kode;
  const diBahasa = (alamat) => (kode ? alamat.replace(/\.html(?=#|$)/, `.${kode}.html`) : alamat);
  const bagian = document.getElementById("hasil");
  const kotak = document.getElementById("tempat");
  const di = (induk, anak) => induk.querySelector(":scope > " + anak);
  const [kabar, senarai, lagi] = ["p", "ol", "button"].map((nama) => di(bagian, nama));
  const [senaraiTempat, lagiTempat] = ["ol", "button"].map((nama) => di(kotak, nama));
  const tulisan = (nama) => formulir.getAttribute("data-" + nama) || "";

  function butir(alamat, judul, rincian) {
    const [satu, tautan, catatan] = ["li", "a", "small"].map((nama) => document.createElement(nama));
    tautan.href = pangkalSitus + alamat;
    tautan.textContent = judul;
    catatan.textContent = rincian.filter(Boolean).join(" · ");
    satu.append(tautan, " ", catatan);
    return satu;
  }

  function baris([jenis, nama, alamat, wilayah, awalan, keterangan, ditulis]) {
    const rincian = [tulisan("awalan-" + awalan), keterangan].filter(Boolean).join(" ");
    const judul = jenis === "paslon" && nama === KOLOM_KOSONG ? tulisan("kolom") : nama;
    const asing = ditulis && ditulis !== bahasa;
    const daftar = [tulisan("jenis-" + jenis), rincian, wilayah, asing && (tulisan("bahasa-" + ditulis) || ditulis)];
    const satu = butir(ditulis ? alamat : diBahasa(alamat), judul, daftar);
    if (asing) satu.firstChild.lang = satu.firstChild.hreflang = ditulis;
    return satu;
  }

  // Tempat dengan kecamatan dan daerahnya, karena banyak yang senama, dan surat suara yang diterima di sana.
  function barisTempat({ nama, kecamatan, daerah, tps }) {
    const camat = (satu) => tulisan("kecamatan").replace("#", satu);
    const surat = daerah[3].split(" ").map((jenis) => tulisan("pemilihan-" + jenis)).filter(Boolean).join(", ");
    const letak = [kecamatan && camat(kecamatan), daerah[0]].filter(Boolean).join(", ");
    const satu = butir(diBahasa(daerah[2]) + "#surat-suara", kecamatan ? nama : camat(nama), [letak, surat && tulisan("surat").replace("#", surat)]);
    if (tps) {
      const tautan = document.createElement("a");
      tautan.href = pangkalSitus + diBahasa(tps);
      tautan.textContent = tulisan("tps");
      satu.append(" ", tautan);
    }
    return satu;
  }

  let sisaTempat = [];
  function tampilkanTempat(banyak) {
    const baru = sisaTempat.splice(0, banyak).map(barisTempat);
    senaraiTempat.append(...baru);
    lagiTempat.hidden = sisaTempat.length === 0;
    return baru[0];
  }

  let giliran = 0;
  let terakhir = null;

  async function tampilkan(hasil, milik) {
    const baru = (await berikut(hasil)).map(baris);
    if (milik !== giliran) return null;
    senarai.append(...baru);
    lagi.hidden = hasil.nomor.every((nomor) => hasil.tampil.has(nomor));
    return baru[0];
  }

  async function cari() {
    const milik = ++giliran;
    const teks = masukan.value.trim();
    try {
      history.replaceState(null, "", teks ? "?q=" + encodeURIComponent(teks) : location.pathname);
    } catch (_) {
      // Dari file:// sebagian peramban menolak; pencariannya tetap jalan, hanya tidak bisa ditautkan.
    }
    bagian.hidden = false;
    if (kata(teks).join("").length < 2) {
      senarai.replaceChildren();
      lagi.hidden = kotak.hidden = true;
      kabar.textContent = teks ? tulisan("ketik") : "";
      return;
    }
    kabar.textContent = tulisan("mencari");
    try {
      await muatTabel();
      const [temuan, bernama] = await Promise.all([urutan(teks), tempat(teks, false)]);
      const hasil = Object.assign(temuan, { tampil: new Set() });
      const samar = hasil.mirip || hasil.nomor.length === 0;
      const ditemukan = bernama.length || !samar ? bernama : await tempat(teks, true);
      if (milik !== giliran) return;
      senarai.replaceChildren();
      senaraiTempat.replaceChildren();
      terakhir = hasil;
      // Daerah atau calon yang namanya tertulis utuh di atas, selain itu kelurahan dan desa.
      const banyak = ditemukan.length;
      bagian.insertBefore(kotak, hasil.tepat ? null : senarai);
      sisaTempat = [...ditemukan];
      kotak.hidden = banyak === 0;
      tampilkanTempat(hasil.nomor.length ? TEMPAT_BERSAMA : TEMPAT_TAMPIL);
      await tampilkan(hasil, milik);
      if (milik !== giliran) return;
      const jumlah = Math.max(hasil.nomor.length, hasil.tampil.size) + banyak;
      const nama = jumlah === 0 ? "nihil" : hasil.lebih || ditemukan.lebih ? "lebih" : (hasil.mirip || banyak === jumlah) && !bernama.length ? "mirip" : "jumlah";
      kabar.textContent = tulisan(nama).replace("#", jumlah);
    } catch (_) {
      if (milik === giliran) kabar.textContent = tulisan("gagal");
    }
  }

  let tunda = 0;
  masukan.addEventListener("input", () => {
    clearTimeout(tunda);
    tunda = setTimeout(cari, 250);
  });
  formulir.addEventListener("submit", (peristiwa) => {
    peristiwa.preventDefault();
    clearTimeout(tunda);
    cari();
  });
  lagiTempat.addEventListener("click", () => {
    const pertama = tampilkanTempat(TEMPAT_TAMPIL);
    if (pertama) di(pertama, "a").focus();
  });
  lagi.addEventListener("click", async () => {
    try {
      const pertama = await tampilkan(terakhir, giliran);
      if (pertama) pertama.querySelector("a").focus();
    } catch (_) {
      kabar.textContent = tulisan("gagal");
    }
  });

  formulir.hidden = false;
  const diminta = new URLSearchParams(location.search).get("q");
  if (diminta) {
    masukan.value = diminta;
    cari();
  }
})();
