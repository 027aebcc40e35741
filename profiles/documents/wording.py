"""The Indonesian wording by which a profession document's parts are recognised: data only.

Patterns are for folded text (see `document_lines.fold`): lower case, single spaces, no list marks.
None repeats a repetition without a bound, so that long texts stay cheap.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(" ".join(text.split()).split("; "))


# --- Headings: the sections that one announces (the first is where its text goes unless the
# wording says otherwise) and the pattern of the whole line. ---

_TALK = ("expectation", "misconception", "difference")
_FIT = ("suited", "unsuited")
_JOB = r"(?:profesi|pekerjaan|jabatan)"
_AND = r"(?:,? dan|,| ?&| ?/|,? atau| vs\.?| versus)"
_PLACE = r"(?:perusahaan|institusi|instansi|lembaga|organisasi|tempat kerja)"
_STUDY = r"(?:jurusan|program studi|prodi)"
_PEOPLE = r"(?:siapa(?: saja)?|orang|profil orang|tipe orang|ciri-ciri orang) yang"

CANONICAL_HEADINGS = (
    (("overview",), r"profil profesi"),
    (_FIT, r"apa saya cocok bekerja sebagai (?:[^?!.]|\.\S)+\?"),
    (_TALK, r"konsep, ekspektasi dan realita"),
    (("majors",), r"jurusan kuliah yang mendukung"),
    (("institutions",), r"contoh perusahaan atau institusi yang membutuhkan"),
)
# These are headings only if text follows: a document that was cut off may end in such words.
VARIANT_HEADINGS = (
    (("overview",), rf"tentang {_JOB}(?: ini)?"),
    (("overview",), rf"(?:deskripsi|gambaran|profil|ringkasan)(?: umum| singkat)?(?: {_JOB})?"),
    (("overview",), r"tugas(?: utama)?(?: dan tanggung jawab)?"),
    (("overview",), r"apa (?:itu|yang dilakukan) [^?!.]+\?"),
    (_FIT, r"apa(?:kah)? (?:saya|aku|kamu|anda) cocok(?: [\w/&()-]+){0,9}\??"),
    (_FIT, rf"{_PEOPLE} cocok\??"),
    (("unsuited",), rf"{_PEOPLE} (?:tidak|kurang) cocok\??"),
    (
        _TALK,
        rf"(?:konsep{_AND} )?(?:(?:miskonsepsi|mitos){_AND} )?ekspektasi(?:{_AND} realita(?:s)?)?",
    ),
    (("expectation",), r"realita(?:s)?|kenyataannya"),
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
        rf"(?:rekomendasi |pilihan |contoh )?{_STUDY}(?: kuliah)?(?:{_AND} {_STUDY})?"
        r"(?: yang)?(?: mendukung| sesuai| relevan| cocok| disarankan| dibutuhkan| terkait)?"
        rf"(?: untuk {_JOB} ini)?",
    ),
    (
        ("institutions",),
        rf"(?:contoh |daftar )?(?:perusahaan|institusi|instansi|tempat (?:ber)?kerja)"
        rf"(?:{_AND} {_PLACE})?(?: yang)?(?: membutuhkan| merekrut| mempekerjakan| terkait)?"
        rf"(?: {_JOB} ini)?",
    ),
)

# --- Prose: strong wording counts against a heading, weak wording where none holds. ---

# The answer to the myth or the expectation that stands before it.
ANSWER = "answer"
STRONG_STARTS = (
    (
        ANSWER,
        r"realita(?:s|nya|snya)?|fakta(?:nya)?|(?:(?:namun|padahal|tetapi),? )?(?:pada )?"
        r"(?:kenyataannya|realitanya)",
    ),
    ("misconception", r"miskonsepsi|mitos|kesalahpahaman|salah kaprah"),
    ("expectation", r"ekspektasi"),
    ("difference", r"perbedaan|bedanya|(?:ber)?beda dengan|berbeda dari"),
    ("overview", r"tugas utama"),
    ("majors", rf"{_STUDY} (?:kuliah|yang)"),
    ("institutions", rf"contoh {_PLACE}|{_PLACE} yang (?:membutuhkan|merekrut|mempekerjakan)"),
)
# Words that go on from the paragraph before, whatever else this one says.
CONTINUATION_STARTS = r"namun|padahal|tetapi|akan tetapi|sebaliknya|sedangkan|sementara itu"

# What may stand between: "tidak begitu cocok", but neither "tidak hanya cocok" nor "tidak teliti
# cocok". White space is free here because the pattern also meets text that is not folded.
_DEGREE = r"akan|begitu|terlalu|benar-benar|sepenuhnya|selalu|tentu|dapat|bisa|terasa|dianggap"
NOT_SUITED = rf"(?:tidak|tak|kurang|belum|bukan)\s+(?:(?:{_DEGREE})\s+){{0,2}}cocok"
UNSUITED = rf"{NOT_SUITED}|(?:bukan|tidak tepat) untuk(?:mu| kamu| anda)"
SUITED = r"cocok(?:nya)?"

# Strong as well, but only together: an opening and a verb somewhere after it …
OVERVIEW_OPENING = r"pekerjaan (?:sebagai|di bidang)"
OVERVIEW_VERB = r"melibatkan|meliputi|mencakup|berfokus|berkaitan|berhubungan|adalah|merupakan"
# … or the profession's own name and a verb right after it.
VERB_AFTER_NAME = r"bertanggung jawab|bertugas"

_PERSON = r"(?:mereka|kamu|anda|seorang|seseorang|orang|kandidat|calon)"
WEAK_STARTS = (
    (
        "suited",
        rf"selain itu, (?:(?:sebagai|bagi|untuk) )?{_PERSON}|mereka (?:juga )?(?:harus|perlu)",
    ),
    (
        "overview",
        r"selain itu|pekerjaan (?:sebagai|di bidang|ini)|profesi ini|tugasnya|tugas seorang",
    ),
    ("misconception", r"(?:banyak|sebagian|beberapa) orang (?:mengira|menganggap|berpikir)"),
)
WEAK_WORDING = (
    ("misconception", r"miskonsepsi|mitos|salah paham"),
    ("expectation", r"ekspektasi|realitanya|kenyataannya"),
    ("difference", r"berbeda (?:dengan|dari)|perbedaannya|perbedaan antara"),
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
        r"|pekerjaan ini (?:melibatkan|meliputi|mencakup)",
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
SMALL_WORDS = _words("dan; untuk; di; dari; ke; atau; dengan; bagi; pada; of; and; the; for")

INSTITUTION_STARTS = (
    r"asosiasi|aliansi|perhimpunan|himpunan|perkumpulan|persatuan|serikat|kamar dagang|federasi"
    r"|konfederasi|gabungan|kementerian|kepolisian|mahkamah|pengadilan|direktorat|yayasan"
    r"|koperasi|partai|perusahaan|rumah sakit|rsud|pt|cv|perum"
)
# These start other things too, so that they need a name's capitals: "Badan Pusat Statistik".
INSTITUTION_STARTS_IN_NAMES = (
    r"jaringan|badan|dewan|komisi|komite|lembaga|ikatan|forum|dinas|kantor|persekutuan"
)
MAJOR_STARTS_IN_NAMES = rf"ilmu|teknik|{_STUDY}|s1|d3|d4|diploma|sarjana"
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

# --- Demands, in text as it stands: what takes an ability away, and what ends that besides
# NOT_SUITED (which takes none away). ---

SUFFIXES = r"(?:nya|mu|ku)?"
_DISLIKES = r"jarang|sulit|susah|malas|enggan|takut|malu|lemah"
LACK = (
    rf"tidak|tak|tiada|kurang|kurangnya|tanpa|belum|bukan|{_DISLIKES}|minim|ogah|gagal|benci"
    r"|kesulitan|kekurangan|ketidakmampuan|menghindari"
)
NO_LACK = rf"(?:tidak|tak|bukan)\s+(?:hanya|cuma|sekadar|saja|{_DISLIKES})"
CONTRAST = (
    r"tetapi|tapi|namun|melainkan|sedangkan|justru|malah|sebaliknya|meskipun|meski|walaupun|walau"
    r"|lebih\s+(?:suka|senang|memilih|nyaman)|(?:dan|serta|atau)\s+(?:suka|senang|gemar)"
)
# What follows the condition: "Jika kamu tidak teliti, pekerjaan sebagai …".
MAIN_CLAUSE = (
    r"\b(?:maka|kemungkinan|sebaiknya)|,\s+(?:pekerjaan|profesi)\s+(?:ini|itu|sebagai|menjadi|di)"
)
