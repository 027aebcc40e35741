"""The Indonesian headings by which a profession document's parts are recognised: data only.

Patterns are for folded text (see `lines.fold`). None repeats a repetition without a bound.
"""

from __future__ import annotations

_TALK = ("expectation", "misconception", "difference")
_FIT = ("suited", "unsuited")
_JOB = r"(?:profesi|pekerjaan|jabatan|kerja)"
_AND = r"(?:,? dan|,| ?&| ?/|,? atau| vs\.?| versus)"
_PLACE = r"(?:perusahaan|institusi|instansi|lembaga|organisasi|tempat kerja)"
STUDY = r"(?:jurusan|program studi|prodi)"
_PEOPLE = r"(?:siapa(?: saja)?|orang|profil orang|tipe orang|ciri-ciri orang) yang"

# The sections that a heading announces (the first is where its text goes unless the wording says
# otherwise) and the pattern of the whole line.
CANONICAL_HEADINGS = (
    (("overview",), r"profil profesi"),
    (_FIT, r"apa saya cocok bekerja sebagai (?:[^?!.]|\.\S)+\?"),
    (_TALK, r"konsep, ekspektasi dan realita"),
    (("majors",), r"jurusan kuliah yang mendukung"),
    (("institutions",), r"contoh perusahaan atau institusi yang membutuhkan"),
)
# These are headings only if text follows: a document that was cut off may end in such words.
VARIANT_HEADINGS = (
    (("overview",), rf"(?:sekilas )?(?:tentang|mengenal) {_JOB}(?: ini)?"),
    (("overview",), rf"(?:deskripsi|gambaran|profil|ringkasan)(?: umum| singkat)?(?: {_JOB})?"),
    (
        ("overview",),
        r"uraian|(?:uraian )?tugas(?: utama| sehari-hari)?(?:,? (?:dan|&) tanggung jawab)?",
    ),
    (("overview",), rf"tanggung jawab(?: utama)?|keseharian|{_JOB} sehari-hari"),
    (("overview",), r"apa (?:itu|yang dilakukan) [^?!.]+\?"),
    (
        ("suited",),
        r"(?:kualifikasi|persyaratan|syarat|kriteria|kompetensi|keterampilan|kemampuan|keahlian)"
        r"(?: umum| khusus| utama)?(?: yang (?:di|mem)butuhkan| yang diperlukan| yang dicari)?",
    ),
    (_FIT, r"apa(?:kah)? (?:saya|aku|kamu|anda) cocok(?: [\w/&()-]+){0,9}\??"),
    (_FIT, rf"{_PEOPLE} cocok\??"),
    (("unsuited",), rf"{_PEOPLE} (?:tidak|kurang) cocok\??"),
    (
        _TALK,
        rf"(?:konsep{_AND} )?(?:(?:miskonsepsi|mitos){_AND} )?ekspektasi(?:{_AND} realita(?:s)?)?",
    ),
    (("expectation",), r"realita(?:s)?|kenyataan(?:nya)?|fakta(?:nya)?"),
    (
        ("misconception", "expectation", "difference"),
        rf"(?:miskonsepsi|mitos)(?: umum)?(?:{_AND} fakta)?"
        rf"(?: (?:tentang|seputar) {_JOB}(?: ini)?)?",
    ),
    (
        ("difference",),
        rf"(?:perbedaan|bedanya)(?: (?:dengan|antara|dari) {_JOB}(?: lain)?(?: yang)?"
        r"(?: mirip| serupa| sejenis)?)?",
    ),
    (
        ("majors",),
        rf"(?:rekomendasi |pilihan |contoh )?{STUDY}(?: kuliah)?(?:{_AND} {STUDY})?"
        r"(?: yang)?(?: mendukung| sesuai| relevan| cocok| disarankan| dibutuhkan| terkait)?"
        rf"(?: untuk {_JOB} ini)?",
    ),
    (("majors",), r"pendidikan|latar belakang pendidikan|pendidikan (?:yang|dan) [a-z ]{1,40}"),
    (
        ("institutions",),
        rf"(?:contoh |daftar )?(?:perusahaan|institusi|instansi|tempat (?:be)?kerja)"
        rf"(?:{_AND} {_PLACE})?(?: yang)?(?: membutuhkan| merekrut| mempekerjakan| terkait)?"
        rf"(?: {_JOB} ini)?",
    ),
    # Parts that a profile on this site does not have: their text waits for an editor.
    (
        ("unplaced",),
        r"(?:artikel|profesi|bacaan|berita|konten|pekerjaan)(?: yang)? (?:terkait|lain|lainnya)"
        r"|baca juga|komentar|bagikan|tag(?:s)?|kategori|sumber|referensi|daftar pustaka|penutup"
        r"|(?:kisaran )?gaji(?: dan [a-z ]{1,40})?"
        r"|jenjang (?:karier|karir|kerja)|(?:prospek|peluang) karie?r|cara (?:melamar|mendaftar)"
        r"|(?:benefit|fasilitas|tunjangan)(?: dan [a-z ]{1,40})?|sertifikasi",
    ),
)

# Words of a line that looks like a heading: the first table that has one tells. So "tidak cocok" is
# looked for before "cocok", and both before what any heading may hold.
HEADING_CUES = (
    (
        ("unplaced",),
        r"gaji\w*|upah|penghasilan\w*|bayaran\w*|jenjang karie?r|prospek (?:karie?r|profesi)"
        r"|sertifika\w+|cara melamar|lamaran|kirim\w*|narahubung|kontak|pendaftaran"
        r"|benefit|fasilitas|tunjangan|tips|pesan|modal awal|kami tawarkan"
        r"|yang (?:di|kami )tawarkan|tokoh\w*|lain-lain|rujukan|pustaka|komentar|langkah\w*",
    ),
    (
        ("difference",),
        r"be(?:da|danya)|berbeda|perbedaan\w*|mirip\w*|serupa|sejenis|(?:di)?banding\w*"
        r"|perbandingan\w*|disamakan|tertukar|tidak sama|sama (?:saja|ngga?k|tidak)|saudara\w*"
        r"|bukan \w+(?: \w+)?,? (?:lho|loh|ya)|versus|vs",
    ),
    (
        ("misconception", "expectation"),
        r"mitos|miskonsepsi|\w*salah ?paham\w*|salah (?:kaprah|sangka|kira)|anggapan\w*|katanya"
        r"|benarkah|apakah benar|dikira|disangka|(?:ke)?keliru(?:an)?|kata orang|orang bilang"
        r"|orang (?:sering )?(?:kira|sangka)|diluruskan|meluruskan|stigma|hoaks|benar atau salah"
        r"|bukan(?:kah|nya)|konon|beranggapan|sangkaan|prasangka|benar",
    ),
    (
        ("expectation", "misconception"),
        r"ekspektasi|harapan|realita\w*|kenyataan\w*|bayangan\w*|(?:di|mem)bayangkan\w*"
        r"|angan-angan|impian\w*|film|ternyata|dijalani|(?<!tidak )enak\w*|kelihatannya",
    ),
    (
        ("unsuited",),
        r"(?:tidak|kurang|belum|bukan) (?:\w+ )?"
        r"(?:menikmati\w*|cocok|pas|tepat|betah|disarankan|nyaman)"
        r"|bukan untuk\w*|belum tentu|kesulitan|sulit\w*|berat\w*|susah\w*|menantang"
        r"|tantangan\w*|duka|(?:ber|me)?(?:pikir|mikir)\w* (?:lagi|ulang|dulu|dua kali)|kendala\w*"
        r"|(?:di)?pertimbangkan|melelahkan|jangan (?:pilih|jadi|melamar|dulu)|tunggu dulu"
        r"|(?:me)?mundur|menyerah|keluhan\w*|risiko\w*|repot\w*|sisi (?:lain|gelap)|takut"
        r"|ganjalan\w*|beban\w*|memberatkan|red flags?|(?:tidak|tak) (?:bertahan|kuat|tahan)"
        r"|(?:tidak|jangan) (?:usah )?melamar"
        r"|tidak enaknya|stres|ingin berhenti|kecewa|hambatan\w*|jenuh|bosan|capek|hindari\w*"
        r"|konsekuensi\w*",
    ),
    (
        ("majors",),
        r"jurusan\w*|program studi|prodi|kuliah\w*|pendidikan\w*|sekolah\w*|kampus|studi"
        r"|fakultas|(?:tempat )?belajar\w*|jalur|ijazah|(?:masuk|ambil) program|setelah sma"
        r"|lulusan (?:dari )?apa|untuk lulusan",
    ),
    (
        ("institutions",),
        r"perusahaan\w*|institusi\w*|instansi\w*|lembaga\w*|tempat\w* (?:be)?kerja\w*"
        r"|(?:be)?kerja (?:di mana|pada siapa)|di mana|lowongan\w*|lapangan (?:pe)?kerja(?:an)?"
        r"|mempekerjakan|merekrut|siapa yang membutuhkan|pemberi kerja|berdinas|ditempatkan"
        r"|tempat (?:tugas|berkarya|bertugas|mengabdi)|ditunggu|penempatan|penugasan|lokasi"
        r"|melamar\w* (?:ke|di) mana|menanti|pasar kerja"
        r"|peluang (?:pe)?kerja\w*|prospek\w*|pintu|diterima|ladang|majikan",
    ),
    (
        ("suited", "unsuited"),
        r"cocok\w*|pas|(?:yang )?dicari|mencari (?:kamu|orang|yang)|kualifikasi|persyaratan"
        r"|requirements?"
        r"|syarat\w*|kriteria|kompetensi|kamu banget|ciri\w*|(?:siapa|orang|mereka) yang"
        r"|bersinar|berpeluang|sukses|unggul|klop|kepribadian|watak|kecakapan|dituntut"
        r"|(?:apakah )?ini(?:kah)? kamu|mencari anda"
        r"|betah|keterampilan\w*|kemampuan\w*|keahlian\w*|sifat\w*|karakter\w*|bekal\w*"
        r"|menikmati\w*|kekuatan\w*|kelebihan\w*|(?:orang|anak|siswa|kamu) (?:yang )?seperti apa"
        r"|(?:soft|hard)? ?skills?"
        r"|(?:yang|kamu|perlu|harus) (?:kami )?(?:di|kamu |anda )?"
        r"(?:butuhkan|perlukan|cari|miliki|punya\w*)"
        r"|bakat\w*|minat\w*|modal\w*|harus bisa|harus jago",
    ),
    (
        ("overview",),
        r"tugas\w*|tanggung jawab\w*|deskripsi|gambaran|ringkasan|sekilas|selayang pandang"
        r"|mengenal|kenalan|pengertian|peran\w*|keseharian\w*|sehari-hari|setiap hari"
        r"|rutinitas\w*|tupoksi|\w+nya apa saja|apa itu|siapa (?:itu|sih|dia)|siapakah|intisari"
        r"|kegiatan\w*"
        r"|aktivitas\w*|hari kerja"
        r"|sehari (?:bersama|dalam)|mengerjakan apa|definisi"
        r"|apa sih|\w*(?:lakukan|kerjakan)|ngapain|seperti apa|(?:pe)?kerja(?:an)?nya"
        r"|apa (?:saja )?(?:pekerjaan|kerja)|job ?desk\w*|uraian|tentang|job description|profil",
    ),
)
