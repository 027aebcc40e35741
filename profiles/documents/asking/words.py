"""The Indonesian wording by which demands are recognised: data only.

For text as it stands, in any case; white space is a single space, as `layout` leaves it.
"""

from __future__ import annotations

from profiles.documents.wording import NOT_SUITED as NOT_SUITED

SUFFIXES = r"(?:nya|mu|ku)?"

# --- What takes an ability away, and what ends that besides NOT_SUITED (which takes none away). ---

_DISLIKES = r"jarang|sulit|susah|malas|enggan|takut|malu|lemah"
LACK = (
    rf"tidak|tak|tiada|kurang|kurangnya|tanpa|belum|bukan|{_DISLIKES}|minim|ogah|gagal|benci"
    r"|kesulitan|kekurangan|ketidakmampuan|menghindari"
)
NO_LACK = (
    rf"(?:tidak|tak|bukan) (?:hanya|cuma|sekadar|saja|{_DISLIKES}|harus|perlu|wajib)"
    rf"|akan (?:merasa )?(?:{_DISLIKES}|kesulitan)"
)
CONTRAST = (
    r"tetapi|tapi|namun|melainkan|sedangkan|justru|malah|sebaliknya|meskipun|meski|walaupun|walau"
    r"|lebih (?:suka|senang|memilih|nyaman)|(?:dan|serta|atau) (?:suka|senang|gemar)"
)
# What follows the condition: "Jika kamu tidak teliti, pekerjaan sebagai …".
MAIN_CLAUSE = (
    r"\b(?:maka|kemungkinan|sebaiknya)|, (?:pekerjaan|profesi) (?:ini|itu|sebagai|menjadi|di)"
)

# --- Who asks: the word that governs what comes after it. ---

ABILITY = (
    r"kemampuan|keterampilan|keahlian|kecakapan|kompetensi|kepiawaian|skill|bakat|mampu|pandai"
    r"|pintar|terampil|mahir|piawai|cakap|jago|sanggup|fasih|cekatan|terbiasa|terlatih"
    r"|berpengalaman|pengalaman|menguasai|penguasaan|membutuhkan|memerlukan|mengandalkan|jiwa"
)
KNOWLEDGE = r"(?<!ilmu )pengetahuan|pemahaman|memahami|mengetahui|wawasan|paham|mengerti|berwawasan"
INTEREST = (
    r"minat|berminat|tertarik|ketertarikan|menyukai|kesukaan|hobi|cinta|mencintai|kecintaan"
    r"|antusias|antusiasme|peduli|kepedulian"
)
# "ketelitian dalam analisis data" asks for accuracy; the rest says where.
MANNER = (
    r"(?:ketelitian|kecermatan|kesabaran|ketekunan|kedisiplinan|kehati-hatian|teliti|cermat|sabar"
    r"|tekun|disiplin|hati-hati|jujur)(?: (?!dan\b|serta\b|atau\b)[\w-]+){0,4}?"
    r" (?:dalam|saat|ketika|waktu|sewaktu)"
)
# Behind these a noun names a field, a thing or another person, and asks for nothing.
FIELD = (
    r"bidang|dunia|industri|sektor|perusahaan|lembaga|jurusan|ilmu|prodi|program|pelajaran|alat"
    r"|media|teknologi|kegiatan|acara|tim|divisi|departemen|bagian|perangkat|sistem|sarana|jaringan"
    r"|saluran|kementerian|dinas|prinsip|prinsip-prinsip|metode|teori|agen|biro|kantor|staf|petugas"
    r"|ahli|konsultan|analis|pakar|insan|pekerja|pelaku|ekonomi|karya|studi|kajian|konsep|strategi|penampilan"
    r"|berpenampilan|berpakaian"
)
NOT_ASKED = (
    r"(?:tidak|tak|bukan)(?: selalu| mesti)? (?:harus|perlu|wajib|mesti|dituntut|diharuskan|syarat"
    r"|keharusan|berarti)|tanpa (?:harus|perlu)"
)
END_OF_NOT_ASKED = r"tetapi|tapi|namun|melainkan|asal|asalkan|yang penting|cukup|, "
IS_NEEDED = (
    r"(?:yang [\w-]+ )?(?:[\w-]+ ){0,3}?(?:sangat |amat |juga |paling |menjadi )?"
    r"(?:penting|dibutuhkan|diperlukan|diutamakan|diharapkan|wajib|mutlak|kunci|modal|bekal)"
)
NEGATION = (
    r"(?:tidak|tak|bukan|jangan|pantang|anti)(?: (?:mudah|cepat|gampang|pernah|suka|menjadi))?"
)

# --- What no trait measures. ---

NAMED_ABILITY = r"kemampuan|keterampilan|keahlian|kecakapan|mampu|terampil|pandai|mahir|fasih"
ABOUT = (
    r"(?: yang [\w-]+(?: dan [\w-]+)?| kuat| luas| besar| mendalam| dasar| baik| cukup| tinggi)*"
    r"(?: (?:tentang|terhadap|mengenai|akan|atas|soal|pada|dengan|di bidang|dalam|kepada|untuk))?"
)
OBJECT_ENDS = (
    r"[.;:!?()]|,(?= (?:dan |serta |atau |juga |tetapi |namun )?(?:memiliki|mempunyai|mampu|punya"
    r"|harus|perlu|tidak|kurang|belum|maka|kemungkinan|pekerjaan|profesi|karena|sehingga|suka|senang"
    r"|berani|sanggup|ramah|teliti|sabar|kreatif|jujur|tekun|disiplin|pandai|terampil|akan|kamu|mereka|ia|juga))"
    r"|,? (?:dan |serta |atau |juga )?\b(?:memiliki|mempunyai|mampu|punya|harus|perlu|tidak|kurang"
    r"|belum|agar|supaya|sehingga|karena|sebagai|saat|ketika|waktu|jika|kalau|bila|maka"
    r"|kemungkinan|sangat|amat|akan|secara|adalah|merupakan|yang|tetapi|namun|sedangkan|dengan"
    rf"|untuk|dalam|mungkin|bisa|sulit|juga|supaya|cocok|{ABILITY}|{KNOWLEDGE}|{INTEREST})\b"
)
# What says nothing by itself: "mampu bekerja dengan target".
TOO_GENERAL = frozenset(("bekerja", "mencari", "melakukan", "menjadi", "itu", "ini", "ia"))
NOT_MEASURED = "{} juga penting untuk pekerjaan ini, tetapi belum dinilai dalam kuis ini."
NOT_MEASURED_AT_LEAST = "minat pada bidang ini dan pengetahuan tentang pekerjaannya"
