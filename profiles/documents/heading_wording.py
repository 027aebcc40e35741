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
    (("overview",), r"(?:uraian )?tugas(?: utama| sehari-hari)?(?:,? (?:dan|&) tanggung jawab)?"),
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
        r"|(?:jenjang|prospek|peluang) (?:karier|karir|kerja)|cara (?:melamar|mendaftar)"
        r"|(?:benefit|fasilitas|tunjangan)(?: dan [a-z ]{1,40})?|sertifikasi",
    ),
)

# Words of a line that looks like a heading: the first table that has one tells.
HEADING_CUES = (
    (("unplaced",), r"gaji|penghasilan|jenjang karie?r|prospek|melamar|lamaran|sertifika\w+"),
    (
        ("unsuited",),
        r"(?:tidak|kurang|belum|bukan) (?:akan )?cocok|bukan untuk\w*"
        r"|(?:terasa|bagian|yang) (?:yang )?(?:paling )?(?:berat|sulit)"
        r"|(?:ber)?pikir\w* (?:lagi|ulang|dulu|dua kali)|(?:kapan|siapa) .{0,40}(?:berat|sulit)"
        r"|tidak betah|kendala",
    ),
    (
        ("misconception", "expectation"),
        r"mitos|miskonsepsi|salah (?:paham|kaprah|sangka)|kesalahpahaman|anggapan|benarkah"
        r"|apakah benar|(?:sering )?dikira",
    ),
    (
        ("expectation", "misconception"),
        r"ekspektasi|realita\w*|kenyataan\w*|bayangan\w*|dibayangkan",
    ),
    (("difference",), r"be(?:da|danya)|perbedaan\w*|mirip|serupa|dibandingkan|disamakan|tertukar"),
    (
        ("majors",),
        r"jurusan\w*|program studi|prodi|kuliah\w*|pendidikan\w*"
        r"|(?:belajar|sekolah) (?:apa|di mana)",
    ),
    (
        ("institutions",),
        r"perusahaan\w*|institusi\w*|instansi\w*|tempat (?:be)?kerja\w*|(?:be)?kerja di mana"
        r"|di mana .{0,40}(?:be)?kerja|lembaga\w*"
        r"|siapa yang (?:membutuhkan|mempekerjakan|merekrut)",
    ),
    (
        ("suited", "unsuited"),
        r"cocok\w*|kualifikasi|persyaratan|syarat\w*|kriteria|kompetensi|keterampilan\w*|kemampuan\w*"
        r"|keahlian\w*|sifat\w*|karakter\w*|bekal\w*|modal\w*|menikmati\w*|(?:yang|kamu) (?:kami )?"
        r"(?:dibutuhkan|diperlukan|butuhkan|cari)|skills?",
    ),
    (
        ("overview",),
        r"tugas\w*|tanggung jawab\w*|deskripsi|gambaran|ringkasan|sekilas|mengenal|pengertian"
        r"|keseharian\w*|sehari-hari|apa itu|(?:yang|harus|mereka) (?:di)?(?:lakukan|kerjakan)"
        r"|mengerjakan apa|apa (?:saja )?(?:pekerjaan|kerja)\w*|tentang|profil",
    ),
)
