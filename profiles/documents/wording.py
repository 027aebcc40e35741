"""The Indonesian wording by which a profession document's parts are recognised: data only.

Patterns are for folded text (see `lines.fold`): lower case, single spaces, no list marks.
None repeats a repetition without a bound, so that long texts stay cheap.
"""

from __future__ import annotations

from profiles.documents.headings.wording import STUDY


def _words(text: str) -> frozenset[str]:
    return frozenset(" ".join(text.split()).split("; "))


_PLACE = r"(?:perusahaan|institusi|instansi|lembaga|organisasi|tempat kerja)"

# --- Prose: strong wording counts against a heading, weak wording where none holds. ---

# The answer to the myth or the expectation that stands before it.
ANSWER = "answer"
STRONG_STARTS = (
    (
        ANSWER,
        r"realita(?:s|nya|snya)?|fakta(?:nya)?|(?:(?:namun|padahal|tetapi),? )?(?:pada )?"
        r"(?:kenyataannya|realitanya)",
    ),
    (
        "misconception",
        r"miskonsepsi|mitos|kesalahpahaman|salah kaprah|(?:ada|banyak|orang sering|sering) "
        r"(?:yang |orang |orang yang )?(?:mengira|menyangka|menganggap|berpikir|percaya|bilang)",
    ),
    (
        "expectation",
        r"ekspektasi|(?:mungkin |barangkali )?(?:kamu|anda|orang) (?:mungkin )?membayangkan",
    ),
    (
        "difference",
        r"perbedaan|bedanya|(?:ber)?beda dengan|berbeda dari|lain halnya dengan"
        r"|(?:\w+ ){1,3}(?:tidak|tak) sama dengan"
        r"|(?:profesi|pekerjaan) ini (?:mirip|sering (?:disamakan|tertukar|dikira sama))",
    ),
    ("overview", r"tugas utama"),
    ("majors", rf"{STUDY} (?:kuliah|yang)"),
    ("institutions", rf"contoh {_PLACE}|{_PLACE} yang (?:membutuhkan|merekrut|mempekerjakan)"),
)
# Words that go on from the paragraph before, whatever else this one says.
CONTINUATION_STARTS = r"namun|padahal|tetapi|akan tetapi|sedangkan|sementara itu"

# What may stand between: "tidak begitu cocok", but neither "tidak hanya cocok" nor "tidak teliti
# cocok". White space is free here because the pattern also meets text that is not folded.
_DEGREE = r"akan|begitu|terlalu|benar-benar|sepenuhnya|selalu|tentu|dapat|bisa|terasa|dianggap"
NOT_SUITED = rf"(?:tidak|tak|kurang|belum|bukan)\s+(?:(?:{_DEGREE})\s+){{0,2}}cocok"
_HARD = r"(?:akan )?(?:terasa )?(?:berat|sulit|melelahkan)"
UNSUITED = (
    rf"{NOT_SUITED}|(?:bukan|tidak tepat) untuk(?:mu| kamu| anda)"
    r"|merasa (?:\w+ ){0,3}(?:berat|sulit)|(?:akan|bakal|bisa) (?:merasa|cepat) (?:berat|sulit"
    r"|lelah|jenuh)|(?:kurang|tidak) pas"
    rf"|(?:ini|itu|terasa|akan|bakal|bisa) {_HARD} (?:bagi|buat|untuk|kalau|jika|bila)"
    rf"|(?:pekerjaan|profesi) ini (?:akan |bakal |bisa |jadi )?(?:terasa )?{_HARD}"
    r"|(?:pikirkan|pertimbangkan) (?:lagi|ulang)|(?:tidak akan|sulit|susah|kurang)"
    r" (?:betah|menikmati|menyukai)"
    r"|(?:akan|bisa) (?:kesulitan|kewalahan|kerepotan|tersiksa)"
)
SUITED = (
    r"cocok(?:nya)?|(?:akan )?(?:menikmati|menyukai|betah di) (?:pekerjaan|profesi|tugas) ini"
    r"|dinikmati"
)

# Strong as well, but only together: an opening and a verb somewhere after it …
OVERVIEW_OPENING = r"pekerjaan (?:sebagai|di bidang)"
OVERVIEW_VERB = r"melibatkan|meliputi|mencakup|berfokus|berkaitan|berhubungan|adalah|merupakan"
# … or the profession's own name and a verb right after it.
VERB_AFTER_NAME = r"bertanggung jawab|bertugas"
# Weak, where nothing else is said: "Petani modern menanam …".
ACTS_AFTER_NAME = r"(?:juga |akan |biasanya )?(?:(?:me|ber)\w{3,}|adalah|ialah|merupakan)"

# A short line that sets the profession beside another: "Perawat gigi dan dokter gigi".
OTHER_THAN = r"[\w/-]+(?: [\w/-]+){0,3} (?:dan|atau|vs\.?|versus|><|\u2260|bukan) "
BESIDE_ANOTHER = (
    r"(?: itu)?,? (?:dan|atau|vs\.?|versus|><|\u2260|bukan|dibandingkan dengan) "
    r"[\w/-]+(?: [\w/-]+){0,3}\??"
)

_PERSON = r"(?:mereka|kamu|anda|seorang|seseorang|orang|kandidat|calon)"
WEAK_STARTS = (
    (
        "suited",
        rf"selain itu, (?:(?:sebagai|bagi|untuk) )?{_PERSON}|mereka (?:juga )?(?:harus|perlu)",
    ),
    (
        "unsuited",
        r"(?:jika|kalau|bila|apabila) (?:kamu|anda) (?:\w+ ){0,3}?"
        r"(?:tidak|kurang|mudah|cepat|gampang|malas|sulit|enggan|takut|sering)"
        r"|(?:kamu |anda )?(?:(?:tidak|tak|ngga?k|kurang) (?:sanggup|kuat|tahan|betah|suka|mau|bisa"
        r"|sabar|nyaman)|keberatan|alergi|mudah |cepat (?:bosan|panik|lelah)|gampang|emosian"
        r"|malas|enggan|segan|risi|suka menunda)",
    ),
    (
        "overview",
        r"selain itu|pekerjaan (?:sebagai|di bidang|ini)|profesi ini|tugasnya|tugas seorang",
    ),
    ("misconception", r"(?:sebagian|beberapa) orang (?:mengira|menganggap|berpikir)|katanya"),
    (
        "suited",
        r"menguasai|mampu|terbiasa|bersedia|teliti|jujur|sabar|disiplin|kreatif|tekun|ramah"
        r"|tangguh|cekatan|telaten|jeli|tegas|peka|luwes|tenang|gesit|waspada|berani|mandiri"
        r"|tahan banting|(?:kamu|anda) (?:senang|suka|punya|tertarik|gemar|jago|betah)"
        r"|menyayangi|mencintai|suka|senang|gemar|sanggup|berpengalaman|komunikatif|rapi|cermat",
    ),
    (
        "majors",
        r"lulusan|(?:lulus|tamatan) (?:smk|sma|d3|s1)|kuliah(?:lah)? di|untuk kuliah"
        r"|pendidikan (?:minimal|terakhir)",
    ),
    (
        "institutions",
        r"(?:mereka|kamu|ia|dia|lulusannya)? ?(?:bisa|dapat|banyak) bekerja di"
        r"|(?:mereka|lulusannya) bekerja di(?! bawah| bidang| luar| lapangan)",
    ),
    (
        "unsuited",
        r"sebaliknya, (?:orang|anak|siswa|mereka|kamu|yang)|(?:orang|anak|siswa|mereka) yang "
        r"(?:tidak|kurang|mudah|cepat|gampang|lekas|malas|sulit|enggan|takut|segan)",
    ),
    (
        "suited",
        r"(?:orang|anak|siswa|mereka) yang|kepekaan|kesabaran|ketelatenan|kejujuran",
    ),
)
WEAK_WORDING = (
    ("misconception", r"miskonsepsi|mitos|salah paham"),
    ("expectation", r"ekspektasi|realitanya|kenyataannya"),
    ("difference", r"berbeda (?:dengan|dari)|perbedaannya|perbedaan antara|mirip(?: dengan|,)"),
    ("majors", r"(?:bisa|dapat|perlu|harus) (?:kuliah|mengambil jurusan|menempuh pendidikan)"),
    ("institutions", r"(?:kebanyakan|sebagian besar|biasanya|umumnya) (?:\w+ ){0,3}?bekerja di"),
    (
        "unsuited",
        r"(?:akan|bakal|bisa) (?:sering |cepat |mudah )?(?:gugup|kecewa|tersiksa|frustrasi|stres)"
        r"|melelahkan|menguras (?:emosi|tenaga)",
    ),
    (
        "suited",
        r"(?:perlu|harus) (?:memiliki|mempunyai|mampu|bisa)"
        r"|(?:kamu|mereka) (?:juga )?(?:harus|perlu)"
        r"|(?:di|mem)butuhkan (?:kemampuan|keterampilan)|bekal penting",
    ),
    (
        "overview",
        r"bertanggung jawab|bertugas|(?:adalah|merupakan) (?:sebuah )?(?:profesi|pekerjaan)"
        r"|(?:adalah|merupakan) (?:tenaga|(?:se)?orang yang|seseorang yang)"
        r"|pekerjaan ini (?:melibatkan|meliputi|mencakup)|setiap hari,? (?:ia|kamu|mereka|seorang)",
    ),
)
# Weak wording for *suited* as a pair: "kemampuan … sangat penting".
ABILITY = r"kemampuan|keterampilan|keahlian|ketelitian"
IS_IMPORTANT = r"(?:sangat|amat|juga) penting|(?:di|mem)butuhkan|diperlukan"

# --- Items of a list: short lines without the words of a sentence. ---

MAX_ITEM_WORDS = 12
SENTENCE_WORDS = _words(
    "adalah; merupakan; melibatkan; meliputi; mencakup; ialah; kamu; anda; saya; mereka; jika; maka"
)
ABBREVIATIONS = _words(
    "pt; cv; dr; drs; dra; ir; prof; no; jl; tn; ny; sdr; yth; hj; st; mr; mrs; tbk; inc; ltd; co"
)
# In a name these may be lower case.
SMALL_WORDS = _words(
    "dan; yang; serta; dalam; untuk; di; dari; ke; atau; dengan; bagi; pada; of; and; the; for"
)

INSTITUTION_STARTS = (
    r"asosiasi|aliansi|perhimpunan|himpunan|perkumpulan|persatuan|serikat|kamar dagang|federasi"
    r"|konfederasi|gabungan|kementerian|kepolisian|mahkamah|pengadilan|direktorat|yayasan"
    r"|koperasi|partai|perusahaan|rumah sakit|rsud|pt|cv|perum"
)
# These start other things too, so that they need a name's capitals: "Badan Pusat Statistik".
INSTITUTION_STARTS_IN_NAMES = (
    r"jaringan|badan|dewan|komisi|komite|lembaga|ikatan|forum|dinas|kantor|persekutuan"
)
MAJOR_STARTS_IN_NAMES = rf"ilmu|teknik|{STUDY}|s1|d3|d4|diploma|sarjana"
# Fields of study that are nothing else …
FIELDS = _words(
    """agribisnis; agronomi; agroteknologi; akuakultur; aktuaria; antropologi; arkeologi;
    arsitektur; arsitektur lanskap; astronomi; biokimia; biologi; bioteknologi; broadcasting;
    desain grafis; desain interior; desain komunikasi visual; desain produk; ekonomi;
    ekonomi pembangunan; ekonomi syariah; etnomusikologi; farmasi; filologi; filsafat; fisika;
    fisioterapi; geodesi; geofisika; geografi; geologi; hortikultura; hubungan internasional;
    hubungan masyarakat; hukum; informatika; jurnalisme; jurnalistik; kebidanan; kedokteran;
    kedokteran gigi; kedokteran hewan; kehutanan; keperawatan; kesehatan masyarakat;
    kesejahteraan sosial; kimia; komunikasi massa; komunikasi pemasaran; komunikasi politik;
    kriminologi; linguistik; meteorologi; mikrobiologi; oseanografi; pariwisata;
    perencanaan wilayah dan kota; perhotelan; periklanan; perikanan; perpajakan; pertanian;
    peternakan; psikologi; psikologi politik; psikologi sosial; public relations; sastra indonesia;
    sastra inggris; sejarah; seni rupa; sistem informasi; sosiologi; sosiologi politik"""
)
# … and weak wording for items, which may name an ability or a job as well.
WEAK_ITEMS = (
    (
        "majors",
        r"ilmu|teknik|teknologi|komunikasi|manajemen|administrasi|pendidikan|psikologi|sastra"
        r"|bahasa|desain|ekonomi|hukum|kesehatan|seni|statistika|matematika|studi|kajian|sistem"
        r"|rekayasa|sains|akuntansi|jurnalistik|hubungan",
    ),
    (
        "institutions",
        rf"{INSTITUTION_STARTS_IN_NAMES}|bank|universitas|institut|sekolah|museum|stasiun|hotel"
        r"|klinik|laboratorium|balai|biro|media|pusat|studio|agensi|organisasi|instansi|pemerintah",
    ),
)

# --- What a page carries besides its text: menus, buttons, footers. ---

PAGE_WORDS = _words(
    """beranda; home; masuk; daftar; login; log in; sign in; menu; cari; kontak; kontak kami;
    hubungi kami; tentang kami; karier; karir; artikel; blog; berita; kebijakan privasi; faq;
    syarat dan ketentuan; syarat & ketentuan; bagikan; bagikan artikel ini; facebook; twitter; x;
    instagram; whatsapp; youtube; tiktok; linkedin; telegram; salin tautan; profesi; jurusan;
    kampus; selanjutnya; sebelumnya; kembali; kembali ke atas; lihat semua;
    baca selengkapnya; daftar isi"""
)
PAGE_STARTS = (
    r"\u00a9|copyright|hak cipta|baca juga|baca artikel|ikuti kami|ditulis oleh|penulis:|editor:"
    r"|advertisement|sponsor|diperbarui|diterbitkan|dipublikasikan|terakhir diubah|dibaca \d"
    r"|lewati ke|langgan|tags?:"
    r"|bagikan (?:ke|di|artikel|halaman)|skip to|tinggalkan (?:komentar|balasan)"
    r"|\d+ (?:menit|min) (?:baca|read)"
    r"|\d{1,2} [a-z]+ 20\d\d(?: .{0,40})?$|kategori:|halaman \d|https?://|www\.|anda (?:di sini"
    r"|berada di)|iklan"
)
PAGE_SEPARATORS = r"\s*[|\u00bb\u203a>\u2022\u00b7/]\s*"

# --- What names a profession, and what tells that a text is about one. ---

# Before the name in a title; these need something after them.
TITLE_STARTS = (
    r"(?:(?:brosur|leaflet|lembar|kartu|info|modul|seri) (?:karie?r|profesi|pekerjaan|bimbingan)"
    r"|(?:info )?lowongan(?: kerja| pekerjaan)?|dibutuhkan(?: segera)?|dicari|posisi|jabatan"
    r"|nama(?: profesi| pekerjaan| jabatan|(?=\s*:))|profil(?: singkat)?(?: profesi| pekerjaan)"
    r"|mengenal(?: lebih dekat)?(?: profesi| pekerjaan)?(?: seorang)?|profesi|pekerjaan)"
    r"\s*(?::|\u2013|-)?\s+(?=\w)(?!sebagai|di bidang|no\.)"
)
# What a first line may say instead of a name.
KINDS_OF_TEXT = (
    r"(?:wawancara|bahan|lembar|modul|materi|catatan|brosur|tanya[- ]jawab|lampiran"
    r"|kartu (?:profesi|karie?r) no)\b"
)
# After the name, behind a colon: what the text is going to say of it.
SUBTITLE = (
    r":\s+(?:[^:]*\b(?:tugas|profil|gaji|jurusan|keahlian|kerja|karier|peran|seluk-beluk"
    r"|jobdesk|skill|prospek)\b)"
)
# Written in capitals in a name, wherever they stand.
CAPITALS = _words(
    "it; hr; hrd; ui; ux; pt; cv; tni; pns; asn; smk; sma; paud; ai; qa; ui/ux; ict; mc; dj"
)

WORK = (
    r"pekerjaan|profesi|bekerja|pekerja|bertugas|tugas utama|karie?r|jabatan|lowongan|dunia kerja"
)
_NAME = r"(?:seorang )?(?P<name>[^?!.,:]{2,80}?)"
PROFESSION_ASKED_OF = (
    rf"apa(?:kah)? (?:saya|aku|kamu|anda) cocok (?:bekerja sebagai|menjadi|jadi) {_NAME}\?"
)
PROFESSION_OPENED_WITH = rf"pekerjaan (?:sebagai|di bidang) {_NAME} (?:{OVERVIEW_VERB})\b"
