//! The tables of the contests: regions, officials, pairs, draws, declarations, results.

use crate::export::data::{Baris, Tabel, tabel};
use crate::model::paslon::{Pasangan, Paslon};
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::media;
use crate::record::hasil::Hasil;
use crate::record::paslon::{Calon, Lhkpn};
use crate::record::pengundian::Pengundian;
use crate::record::wilayah::{Pejabat, Penyelenggara};
use crate::value::angka::Jumlah;
use crate::value::nomor_urut::NomorUrut;
use crate::value::teks::Teks;

/// The tables.
pub(super) const TABEL: &[Tabel] = &[
    tabel!(
        "wilayah",
        "Satu baris untuk setiap wilayah dan pemilihannya.",
        |_, lingkup| lingkup.wilayah.as_ref(), |baris| {
        jenis: Teks, "Jenis wilayah: provinsi, kabupaten atau kota" = baris.isi.record.jenis;
        zona: Teks, "Zona waktu: WIB, WITA atau WIT" = baris.lingkup.zona();
        ada_pemilihan: Logika, "Ada pemilihan atau tidak" = baris.isi.record.pemilihan.ada;
        alasan: Teks, "Alasan, jika tidak ada pemilihan" = baris.isi.record.pemilihan.alasan;
        jenis_pemilihan: Teks, "Yang dipilih: gubernur, bupati atau wali_kota" = baris.lingkup.pemilihan();
        jumlah_paslon: Bulat, "Jumlah pasangan calon, tanpa kolom kosong" = baris.isi.record.pemilihan.jumlah_paslon;
        suara_sah_sebelumnya: Bulat, "Suara sah pemilu DPRD terakhir" = baris.isi.record.pemilihan.suara_sah_sebelumnya;
        dpt_sebelumnya: Bulat, "Pemilih di DPT pemilu atau pemilihan terakhir"
            = baris.isi.record.pemilihan.dpt_sebelumnya;
        jumlah_bagian: Bulat, "Banyaknya kecamatan, atau kabupaten dan kota untuk gubernur"
            = baris.isi.record.pemilihan.jumlah_bagian;
        penyelenggara: Teks, "KPU di wilayah ini" = baris.office().map(|office| &office.nama);
        ketua: Teks, "Ketua KPU" = baris.office().map(|office| &office.ketua);
        situs: Tautan, "Situs resmi KPU" = baris.office().map(|office| &office.situs);
        catatan: Teks, "Catatan untuk pembaca" = baris.isi.record.catatan;
        alamat: Tautan, "Halaman wilayah" = baris.halaman("index.html");
        sumber: Kunci, "Kunci sumber" = baris.isi.record.sumber;
    }),
    tabel!("pejabat", "Satu baris untuk setiap pejabat wilayah.", officials, |baris| {
        jabatan: Teks, "Jabatan" = baris.isi.jabatan;
        sifat: Teks, "Sifat jabatan: definitif, pj, pjs, plt atau plh" = baris.isi.sifat;
        nama: Teks, "Nama" = baris.isi.nama;
        nama_lain: Daftar, "Ejaan atau bentuk lain nama ini di sumber" = baris.isi.nama_lain;
        bukan: Teks, "Orang lain yang namanya mudah tertukar" = baris.isi.bukan;
        per_tanggal: Tanggal, "Hari keadaan ini diketahui" = baris.isi.per_tanggal;
        catatan: Teks, "Catatan untuk pembaca" = baris.isi.catatan;
        alamat: Tautan, "Halaman wilayah" = baris.halaman("index.html");
        sumber: Kunci, "Kunci sumber" = baris.isi.sumber;
    }),
    tabel!("paslon", "Satu baris untuk setiap kolom surat suara: pasangan calon, atau kolom kosong.", ballot, |baris| {
        nomor_urut: Bulat, "Nomor pada surat suara" = baris.isi.nomor_urut;
        kolom_kosong: Logika, "Kolom kosong yang melawan pasangan calon tunggal" = baris.isi.is_kolom_kosong();
        nama_calon: Teks, "Nama calon kepala daerah seperti di surat suara" = baris.calon().map(|calon| &calon.nama);
        nama_tampil_calon: Teks, "Nama pendek calon" = baris.calon().map(|calon| &calon.nama_tampil);
        sapaan_calon: Teks, "Nama panggilan calon" = baris.calon().map(|calon| &calon.sapaan);
        tahun_lahir_calon: Bulat, "Tahun lahir calon" = baris.calon().map(|calon| calon.tahun_lahir);
        pekerjaan_calon: Teks, "Pekerjaan calon" = baris.calon().map(|calon| &calon.pekerjaan);
        foto_calon: Tautan, "Foto calon" = baris.foto(baris.calon());
        nama_wakil: Teks, "Nama calon wakil kepala daerah seperti di surat suara"
            = baris.wakil().map(|wakil| &wakil.nama);
        nama_tampil_wakil: Teks, "Nama pendek wakil" = baris.wakil().map(|wakil| &wakil.nama_tampil);
        sapaan_wakil: Teks, "Nama panggilan wakil" = baris.wakil().map(|wakil| &wakil.sapaan);
        tahun_lahir_wakil: Bulat, "Tahun lahir wakil" = baris.wakil().map(|wakil| wakil.tahun_lahir);
        pekerjaan_wakil: Teks, "Pekerjaan wakil" = baris.wakil().map(|wakil| &wakil.pekerjaan);
        foto_wakil: Tautan, "Foto wakil" = baris.foto(baris.wakil());
        jalur: Teks, "Jalur pencalonan: partai atau perseorangan" = baris.pair().and_then(|pair| pair.jalur);
        pengusung: Kunci, "Kunci partai pengusung, seperti di tabel partai" = baris.pair().map(|pair| &pair.pengusung);
        catatan_pengusung: Teks, "Catatan tentang partai pengusung" = baris.pair().map(|pair| &pair.catatan_pengusung);
        suara_sah_pengusung: Bulat, "Suara sah partai pengusung pada pemilu DPRD terakhir"
            = baris.pair().map(|pair| pair.suara_sah_pengusung);
        dukungan: Bulat, "Dukungan pasangan calon perseorangan" = baris.pair().map(|pair| pair.dukungan);
        sebaran: Bulat, "Banyaknya bagian wilayah tempat dukungan itu tersebar" = baris.pair().map(|pair| pair.sebaran);
        visi: Teks, "Visi" = baris.pair().map(|pair| &pair.visi);
        misi: Daftar, "Misi" = baris.pair().map(|pair| &pair.misi);
        program: Daftar, "Program" = baris.pair().map(|pair| &pair.program);
        slogan: Teks, "Slogan" = baris.pair().map(|pair| &pair.slogan);
        keadaan: Teks, "Keadaan: ditetapkan, dibatalkan, mengundurkan_diri atau berhalangan_tetap"
            = baris.pair().map(Pasangan::keadaan);
        status: Daftar, "Perjalanan keadaan: keadaan, tanggal, dasar, catatan, sumber"
            = baris.pair().map(|pair| &pair.status);
        lhkpn_calon: Tautan, "Laporan harta kekayaan calon" = baris.lhkpn().map(|lhkpn| &lhkpn.calon);
        lhkpn_wakil: Tautan, "Laporan harta kekayaan wakil" = baris.lhkpn().map(|lhkpn| &lhkpn.wakil);
        alamat: Tautan, "Halaman pasangan calon" = baris.alamat(&Address::paslon(baris.lingkup, baris.isi.nomor_urut));
        sumber: Kunci, "Kunci sumber" = baris.isi.sumber;
    }),
    tabel!("pengundian", "Satu baris untuk setiap nomor urut yang diundi.", draws, |baris| {
        nomor_urut: Bulat, "Nomor urut" = baris.isi.nomor_urut;
        nama: Teks, "Pasangan calon yang mendapat nomor ini" = baris.isi.nama;
        tanggal: Tanggal, "Hari pengundian" = baris.isi.pengundian.tanggal;
        mulai: Jam, "Jam mulai, waktu setempat" = baris.isi.pengundian.mulai;
        waktu: Teks, "Waktu dalam kata, jika jamnya tidak disebut" = baris.isi.pengundian.waktu;
        tempat: Teks, "Tempat" = baris.isi.pengundian.tempat;
        pemimpin: Teks, "Yang memimpin" = baris.isi.pengundian.pemimpin;
        saksi: Daftar, "Saksi" = baris.isi.pengundian.saksi;
        kegiatan: Teks, "Slug kegiatannya, seperti di tabel kegiatan" = baris.isi.pengundian.kegiatan;
        catatan: Teks, "Catatan untuk pembaca" = baris.isi.pengundian.catatan;
        alamat: Tautan, "Halaman pengundian" = baris.halaman("pengundian.html");
        sumber: Kunci, "Kunci sumber" = baris.isi.pengundian.sumber;
    }),
    tabel!("deklarasi", "Satu baris untuk setiap deklarasi.", |_, lingkup| &lingkup.deklarasi, |baris| {
        slug: Teks, "Bagian terakhir alamatnya" = baris.isi.slug();
        judul: Teks, "Judul" = baris.isi.record.judul;
        tanggal: Tanggal, "Hari deklarasi" = baris.isi.record.tanggal;
        tempat: Teks, "Tempat" = baris.isi.record.tempat;
        butir: Daftar, "Butir-butir yang dijanjikan" = baris.isi.record.butir;
        penanda_tangan: Daftar, "Penanda tangan: paslon, lembaga, nama" = baris.isi.record.penanda_tangan;
        kegiatan: Teks, "Slug kegiatannya, seperti di tabel kegiatan" = baris.isi.record.kegiatan;
        catatan: Teks, "Catatan untuk pembaca" = baris.isi.record.catatan;
        alamat: Tautan, "Halaman deklarasi" = baris.daun("deklarasi", baris.isi.slug());
        sumber: Kunci, "Kunci sumber" = baris.isi.record.sumber;
    }),
    tabel!(
        "hasil",
        "Satu baris untuk setiap nomor urut, di seluruh wilayah dan di setiap bagiannya. Jumlah sah, tidak sah, \
         pengguna hak pilih dan DPT diulang di setiap baris, jadi jangan dijumlahkan.",
        results, |baris| {
        bagian: Teks, "Bagian wilayah; kosong untuk seluruh wilayah" = baris.isi.bagian;
        nomor_urut: Bulat, "Nomor urut" = baris.isi.nomor_urut;
        suara: Bulat, "Suara untuk nomor ini" = baris.isi.suara;
        sah: Bulat, "Suara sah di bagian ini, semua nomor" = baris.isi.sah;
        tidak_sah: Bulat, "Suara tidak sah di bagian ini" = baris.isi.tidak_sah;
        pengguna_hak_pilih: Bulat, "Pengguna hak pilih di seluruh wilayah" = baris.isi.hasil.pengguna_hak_pilih;
        dpt: Bulat, "Pemilih di Daftar Pemilih Tetap di seluruh wilayah" = baris.isi.hasil.dpt;
        terpilih: Bulat, "Nomor urut pasangan calon terpilih, sesudah ditetapkan" = baris.isi.terpilih();
        status: Teks, "Kedudukan hasil ini, misalnya sementara atau ditetapkan" = baris.isi.hasil.status;
        tanggal: Tanggal, "Hari hasil diumumkan atau ditetapkan" = baris.isi.hasil.tanggal;
        keputusan: Teks, "Keputusan yang menetapkan" = baris.isi.hasil.keputusan;
        catatan: Teks, "Catatan untuk pembaca" = baris.isi.hasil.catatan;
        alamat: Tautan, "Halaman hasil" = baris.halaman("hasil.html");
        sumber: Kunci, "Kunci sumber" = baris.isi.hasil.sumber;
    }),
];

/// A number of a draw.
struct Undian<'m> {
    pengundian: &'m Pengundian,
    nomor_urut: NomorUrut,
    nama: &'m Teks,
}

/// The votes of a number, in the whole region or in a part of it.
struct Perolehan<'m> {
    hasil: &'m Hasil,
    bagian: Option<&'m Teks>,
    nomor_urut: NomorUrut,
    suara: Jumlah,
    sah: Option<Jumlah>,
    tidak_sah: Option<Jumlah>,
}

impl Perolehan<'_> {
    fn terpilih(&self) -> Option<NomorUrut> {
        self.hasil.terpilih.as_ref().map(|terpilih| terpilih.nomor_urut)
    }
}

fn officials<'m>(_: &'m Model, lingkup: &'m Lingkup) -> impl Iterator<Item = &'m Pejabat> {
    lingkup.wilayah.iter().flat_map(|wilayah| &wilayah.record.pejabat)
}

fn ballot<'m>(_: &'m Model, lingkup: &'m Lingkup) -> &'m [Paslon] {
    &lingkup.paslon
}

fn draws<'m>(_: &'m Model, lingkup: &'m Lingkup) -> impl Iterator<Item = Undian<'m>> {
    lingkup.pengundian.iter().flat_map(|loaded| {
        let pengundian = &loaded.record;
        pengundian.hasil.iter().map(move |(nomor_urut, nama)| Undian { pengundian, nomor_urut: *nomor_urut, nama })
    })
}

fn results<'m>(_: &'m Model, lingkup: &'m Lingkup) -> Vec<Perolehan<'m>> {
    let mut rows = Vec::new();
    for hasil in lingkup.hasil.iter().map(|loaded| &loaded.record) {
        let whole = hasil.suara.iter().map(|votes| (None, votes, hasil.sah, hasil.tidak_sah));
        let parts = hasil.bagian.iter().flat_map(|bagian| {
            bagian.suara.iter().map(|votes| (Some(&bagian.nama), votes, bagian.sah, bagian.tidak_sah))
        });
        rows.extend(whole.chain(parts).map(|(bagian, (nomor_urut, suara), sah, tidak_sah)| Perolehan {
            hasil,
            bagian,
            nomor_urut: *nomor_urut,
            suara: *suara,
            sah,
            tidak_sah,
        }));
    }
    rows
}

impl<'m, T> Baris<'m, T> {
    /// The KPU office of the region.
    fn office(&self) -> Option<&'m Penyelenggara> {
        self.lingkup.wilayah.as_ref()?.record.penyelenggara.as_ref()
    }
}

impl<'m> Baris<'m, &'m Paslon> {
    /// The pair; nothing in the empty column.
    fn pair(&self) -> Option<&'m Pasangan> {
        self.isi.pasangan()
    }

    fn calon(&self) -> Option<&'m Calon> {
        self.pair().map(|pair| &pair.calon)
    }

    fn wakil(&self) -> Option<&'m Calon> {
        self.pair().map(|pair| &pair.wakil)
    }

    fn lhkpn(&self) -> Option<&'m Lhkpn> {
        self.pair()?.lhkpn.as_ref()
    }

    fn foto(&self, calon: Option<&Calon>) -> Option<String> {
        let foto = calon?.foto.as_ref()?;
        Some(self.alamat(&media::beside(self.isi.path(), foto)))
    }
}
