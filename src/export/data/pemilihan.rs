//! The tables of the contests: regions, officials, pairs, draws, declarations, results.

use crate::export::data::{DataTable, Row, tabel};
use crate::model::paslon::{Pasangan, Paslon};
use crate::model::{Lingkup, Model};
use crate::page::frame::address::Address;
use crate::page::frame::media;
use crate::page::frame::view::pemilihan::PemilihanRingkas;
use crate::record::hasil::Hasil;
use crate::record::paslon::{Calon, Lhkpn};
use crate::record::pengundian::Pengundian;
use crate::record::wilayah::{Pejabat, Penyelenggara};
use crate::value::angka::Jumlah;
use crate::value::nomor_urut::NomorUrut;
use crate::value::teks::Teks;

/// The tables.
pub(super) const TABLES: &[DataTable] = &[
    tabel!(
        "wilayah",
        |_, lingkup| lingkup.wilayah.as_ref(), |baris| {
        jenis: Teks = baris.isi.record.jenis;
        zona: Teks = baris.lingkup.zona();
        ada_pemilihan: Logika = baris.isi.record.pemilihan.ada;
        alasan: Teks = baris.isi.record.pemilihan.alasan;
        jenis_pemilihan: Teks = baris.lingkup.pemilihan();
        jumlah_paslon: Bulat = baris.isi.record.pemilihan.jumlah_paslon;
        suara_sah_sebelumnya: Bulat = baris.isi.record.pemilihan.suara_sah_sebelumnya;
        dpt_sebelumnya: Bulat = baris.isi.record.pemilihan.dpt_sebelumnya;
        jumlah_bagian: Bulat = baris.isi.record.pemilihan.jumlah_bagian;
        penyelenggara: Teks = baris.office().map(|office| &office.nama);
        ketua: Teks = baris.office().map(|office| &office.ketua);
        situs: Tautan = baris.office().map(|office| &office.situs);
        catatan: Teks = baris.isi.record.catatan;
        alamat: Tautan = baris.halaman("index.html");
        sumber: Kunci = baris.isi.record.sumber;
    }),
    tabel!("pemilihan", |_, lingkup| lingkup.kemudian.as_ref(), |baris| {
        jenis: Teks = baris.isi.loaded.record.jenis;
        nama: Teks = baris.isi.loaded.record.nama;
        diputuskan: Tanggal = baris.isi.loaded.record.tanggal;
        pemungutan_suara: Tanggal = baris.isi.loaded.record.pemungutan_suara;
        menggantikan: Teks = baris.isi.loaded.record.menggantikan;
        cakupan: Teks = baris.isi.loaded.record.sebagian().map(|part| &part.uraian);
        tps: Bulat = baris.isi.loaded.record.sebagian().map(|part| part.tps);
        keadaan: Teks = PemilihanRingkas::of(baris.model, baris.lingkup).keadaan;
        dasar: Teks = baris.isi.loaded.record.dasar;
        catatan: Teks = baris.isi.loaded.record.catatan;
        alamat: Tautan = baris.halaman("index.html");
        sumber: Kunci = baris.isi.loaded.record.sumber;
    }),
    tabel!("pejabat", officials, |baris| {
        jabatan: Teks = baris.isi.jabatan;
        sifat: Teks = baris.isi.sifat;
        nama: Teks = baris.isi.nama;
        nama_lain: Daftar = baris.isi.nama_lain;
        bukan: Teks = baris.isi.bukan;
        per_tanggal: Tanggal = baris.isi.per_tanggal;
        catatan: Teks = baris.isi.catatan;
        alamat: Tautan = baris.halaman("index.html");
        sumber: Kunci = baris.isi.sumber;
    }),
    tabel!("paslon", ballot, |baris| {
        nomor_urut: Bulat = baris.isi.nomor_urut;
        kolom_kosong: Logika = baris.isi.is_kolom_kosong();
        nama_calon: Teks = baris.calon().map(|calon| &calon.nama);
        nama_tampil_calon: Teks = baris.calon().map(|calon| &calon.nama_tampil);
        sapaan_calon: Teks = baris.calon().map(|calon| &calon.sapaan);
        tahun_lahir_calon: Bulat = baris.calon().map(|calon| calon.tahun_lahir);
        pekerjaan_calon: Teks = baris.calon().map(|calon| &calon.pekerjaan);
        foto_calon: Tautan = baris.foto(baris.calon());
        nama_wakil: Teks = baris.wakil().map(|wakil| &wakil.nama);
        nama_tampil_wakil: Teks = baris.wakil().map(|wakil| &wakil.nama_tampil);
        sapaan_wakil: Teks = baris.wakil().map(|wakil| &wakil.sapaan);
        tahun_lahir_wakil: Bulat = baris.wakil().map(|wakil| wakil.tahun_lahir);
        pekerjaan_wakil: Teks = baris.wakil().map(|wakil| &wakil.pekerjaan);
        foto_wakil: Tautan = baris.foto(baris.wakil());
        jalur: Teks = baris.pair().and_then(|pair| pair.jalur);
        pengusung: Kunci = baris.pair().map(|pair| &pair.pengusung);
        catatan_pengusung: Teks = baris.pair().map(|pair| &pair.catatan_pengusung);
        suara_sah_pengusung: Bulat = baris.pair().map(|pair| pair.suara_sah_pengusung);
        dukungan: Bulat = baris.pair().map(|pair| pair.dukungan);
        sebaran: Bulat = baris.pair().map(|pair| pair.sebaran);
        visi: Teks = baris.pair().map(|pair| &pair.visi);
        misi: Daftar = baris.pair().map(|pair| &pair.misi);
        program: Daftar = baris.pair().map(|pair| &pair.program);
        slogan: Teks = baris.pair().map(|pair| &pair.slogan);
        keadaan: Teks = baris.pair().and_then(Pasangan::langkah_terakhir).map(|step| step.keadaan);
        status: Daftar = baris.pair().map(|pair| &pair.status);
        lhkpn_calon: Tautan = baris.lhkpn().map(|lhkpn| &lhkpn.calon);
        lhkpn_wakil: Tautan = baris.lhkpn().map(|lhkpn| &lhkpn.wakil);
        foto_pasangan: Tautan = baris.foto_pasangan();
        alamat: Tautan = baris.alamat(&Address::paslon(baris.lingkup, baris.isi));
        sumber: Kunci = baris.isi.sumber;
    }),
    tabel!("pengundian", draws, |baris| {
        nomor_urut: Bulat = baris.isi.nomor_urut;
        nama: Teks = baris.isi.nama;
        tanggal: Tanggal = baris.isi.pengundian.tanggal;
        mulai: Jam = baris.isi.pengundian.mulai;
        waktu: Teks = baris.isi.pengundian.waktu;
        tempat: Teks = baris.isi.pengundian.tempat;
        pemimpin: Teks = baris.isi.pengundian.pemimpin;
        saksi: Daftar = baris.isi.pengundian.saksi;
        kegiatan: Teks = baris.isi.pengundian.kegiatan;
        catatan: Teks = baris.isi.pengundian.catatan;
        alamat: Tautan = baris.halaman("pengundian.html");
        sumber: Kunci = baris.isi.pengundian.sumber;
    }),
    tabel!("deklarasi", |_, lingkup| &lingkup.deklarasi, |baris| {
        slug: Teks = baris.isi.slug();
        judul: Teks = baris.isi.record.judul;
        tanggal: Tanggal = baris.isi.record.tanggal;
        tempat: Teks = baris.isi.record.tempat;
        butir: Daftar = baris.isi.record.butir;
        penanda_tangan: Daftar = baris.isi.record.penanda_tangan;
        kegiatan: Teks = baris.isi.record.kegiatan;
        catatan: Teks = baris.isi.record.catatan;
        alamat: Tautan = baris.daun("deklarasi", baris.isi.slug());
        sumber: Kunci = baris.isi.record.sumber;
    }),
    tabel!(
        "hasil",
        results, |baris| {
        bagian: Teks = baris.isi.bagian;
        nomor_urut: Bulat = baris.isi.nomor_urut;
        suara: Bulat = baris.isi.suara;
        sah: Bulat = baris.isi.sah;
        tidak_sah: Bulat = baris.isi.tidak_sah;
        pengguna_hak_pilih: Bulat = baris.isi.hasil.pengguna_hak_pilih;
        dpt: Bulat = baris.isi.hasil.dpt;
        terpilih: Bulat = baris.isi.terpilih();
        status: Teks = baris.isi.hasil.status;
        tanggal: Tanggal = baris.isi.hasil.tanggal;
        keputusan: Teks = baris.isi.hasil.keputusan;
        catatan: Teks = baris.isi.hasil.catatan;
        alamat: Tautan = baris.halaman("hasil.html");
        sumber: Kunci = baris.isi.hasil.sumber;
    }),
];

/// A number of a draw.
struct DrawRow<'m> {
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

fn draws<'m>(_: &'m Model, lingkup: &'m Lingkup) -> impl Iterator<Item = DrawRow<'m>> {
    lingkup.pengundian.iter().flat_map(|loaded| {
        let pengundian = &loaded.record;
        pengundian.hasil.iter().map(move |(nomor_urut, nama)| DrawRow { pengundian, nomor_urut: *nomor_urut, nama })
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

impl<'m, T> Row<'m, T> {
    /// The KPU office of the region.
    fn office(&self) -> Option<&'m Penyelenggara> {
        self.lingkup.wilayah.as_ref()?.record.penyelenggara.as_ref()
    }
}

impl<'m> Row<'m, &'m Paslon> {
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

    /// The picture of both persons.
    fn foto_pasangan(&self) -> Option<String> {
        let foto = self.pair()?.foto_pasangan.as_ref()?;
        Some(self.alamat(&media::beside(self.isi.path(), foto)))
    }

    fn foto(&self, calon: Option<&Calon>) -> Option<String> {
        let foto = calon?.foto.as_ref()?;
        Some(self.alamat(&media::beside(self.isi.path(), foto)))
    }
}
