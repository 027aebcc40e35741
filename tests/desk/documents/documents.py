"""A document of the kind that schools have, written for these tests."""

PROFILE = """Pemandu Museum

Profil Profesi

Pekerjaan sebagai pemandu museum melibatkan bercerita tentang koleksi kepada pengunjung.

Apa saya cocok bekerja sebagai Pemandu museum?

Profil orang yang cocok adalah seseorang yang memiliki kepemimpinan dan kemampuan menganalisis data.

Orang yang tidak cocok adalah seseorang yang tidak memiliki kemampuan komunikasi yang baik.

Kisah Nyata

Rombongan sekolah datang setiap Selasa pagi.

Jurusan Kuliah yang Mendukung

Ilmu Sejarah
Arkeologi
"""
