-- index areas_name ON areas
CREATE INDEX areas_name ON areas (kelurahan, kode)
;
-- index events_run ON events
CREATE INDEX events_run ON events (run)
;
-- index events_subject ON events
CREATE INDEX events_subject ON events (subjek)
;
-- index file_answers_file ON file_answers
CREATE INDEX file_answers_file ON file_answers (berkas)
;
-- index imported_files_content ON imported_files
CREATE INDEX imported_files_content ON imported_files (sidik)
;
-- index milestones_number ON milestones
CREATE UNIQUE INDEX milestones_number ON milestones (milestone, nomor, bank)
    WHERE nomor IS NOT NULL AND sampai IS NULL
;
-- index personal_values_owner ON personal_values
CREATE INDEX personal_values_owner ON personal_values (cooperative_id)
;
-- index runs_undone ON runs
CREATE INDEX runs_undone ON runs (membatalkan)
    WHERE membatalkan IS NOT NULL
;
-- index sqlite_autoindex_alembic_version_1 ON alembic_version

;
-- index sqlite_autoindex_aliases_1 ON aliases

;
-- index sqlite_autoindex_areas_1 ON areas

;
-- index sqlite_autoindex_attendances_1 ON attendances

;
-- index sqlite_autoindex_fields_1 ON fields

;
-- index sqlite_autoindex_headings_1 ON headings

;
-- index sqlite_autoindex_personal_values_1 ON personal_values

;
-- index sqlite_autoindex_settings_1 ON settings

;
-- table alembic_version ON alembic_version
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
;
-- table aliases ON aliases
CREATE TABLE aliases (
    id INTEGER NOT NULL,
    kode VARCHAR(16) NOT NULL,
    alias VARCHAR(200) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT aliases_once UNIQUE (kode, alias)
)
;
-- table areas ON areas
CREATE TABLE areas (
    id INTEGER NOT NULL,
    kode VARCHAR(16) NOT NULL,
    kelurahan VARCHAR(200) NOT NULL,
    kecamatan VARCHAR(200) NOT NULL,
    kota VARCHAR(200) NOT NULL,
    provinsi VARCHAR(200) NOT NULL,
    sejak VARCHAR(10),
    PRIMARY KEY (id),
    CONSTRAINT areas_shape CHECK (length(kode) = 13 AND length(kelurahan) BETWEEN 1 AND 200),
    UNIQUE (kode)
)
;
-- table attendances ON attendances
CREATE TABLE attendances (
    id INTEGER NOT NULL,
    pelatihan INTEGER NOT NULL,
    cooperative_id INTEGER NOT NULL,
    pengurus INTEGER,
    pengawas INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT attendances_once UNIQUE (pelatihan, cooperative_id),
    CONSTRAINT attendances_counts CHECK (
        (pengurus IS NULL OR pengurus >= 0)
        AND (pengawas IS NULL OR pengawas >= 0)
    ),
    FOREIGN KEY(pelatihan) REFERENCES trainings (id),
    FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
)
;
-- table checkpoints ON checkpoints
CREATE TABLE checkpoints (
    cooperative_id INTEGER NOT NULL,
    sampai INTEGER NOT NULL,
    isi TEXT NOT NULL,
    PRIMARY KEY (cooperative_id),
    FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
)
;
-- table contacts ON contacts
CREATE TABLE contacts (
    cooperative_id INTEGER NOT NULL,
    ketua VARCHAR(200),
    telepon VARCHAR(200),
    ketua_per VARCHAR(10),
    telepon_per VARCHAR(10),
    PRIMARY KEY (cooperative_id),
    FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
)
;
-- table cooperatives ON cooperatives
CREATE TABLE cooperatives (
    id INTEGER NOT NULL,
    nama VARCHAR(200),
    status VARCHAR(24),
    percontohan VARCHAR(5),
    nik_koperasi VARCHAR(30),
    anggota INTEGER,
    unit_usaha VARCHAR(200),
    mitra TEXT,
    catatan VARCHAR(2000),
    gerai_jenis VARCHAR(20),
    lintang VARCHAR(20),
    bujur VARCHAR(20),
    berdiri INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT cooperatives_members CHECK (anggota IS NULL OR anggota >= 0),
    CONSTRAINT cooperatives_pilot CHECK (
        percontohan IS NULL OR percontohan = 'ya' OR percontohan = 'tidak'
    ),
    CONSTRAINT cooperatives_status CHECK (
        status IS NULL
        OR status = 'aktif'
        OR status LIKE 'bubar ____-__-__'
        OR status LIKE 'digabung ____-__-__'
    ),
    FOREIGN KEY(id) REFERENCES areas (id)
)
;
-- table events ON events
CREATE TABLE events (
    id INTEGER NOT NULL,
    run INTEGER NOT NULL,
    entitas VARCHAR(16) NOT NULL,
    subjek INTEGER NOT NULL,
    per VARCHAR(10) NOT NULL,
    berkas INTEGER DEFAULT 0 NOT NULL,
    baris INTEGER DEFAULT 0 NOT NULL,
    isi TEXT NOT NULL,
    PRIMARY KEY (id)
)
;
-- table field_values ON field_values
CREATE TABLE field_values (
    cooperative_id INTEGER NOT NULL,
    bidang VARCHAR(60) NOT NULL,
    dari VARCHAR(10) NOT NULL,
    sampai VARCHAR(10),
    nilai TEXT,
    per VARCHAR(10),
    PRIMARY KEY (cooperative_id, bidang, dari),
    CONSTRAINT field_values_days CHECK (sampai IS NULL OR sampai > dari),
    FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
) WITHOUT ROWID
;
-- table fields ON fields
CREATE TABLE fields (
    id INTEGER NOT NULL,
    kunci VARCHAR(60) NOT NULL,
    label VARCHAR(40) NOT NULL,
    jenis VARCHAR(12) NOT NULL,
    arti VARCHAR(200) NOT NULL,
    pilihan TEXT,
    pilihan_pensiun TEXT,
    judul TEXT,
    pensiun VARCHAR(2),
    paket VARCHAR(40),
    PRIMARY KEY (id),
    CONSTRAINT fields_once UNIQUE (kunci),
    CONSTRAINT fields_key CHECK (substr(kunci, 1, 2) = 'x_')
)
;
-- table figures ON figures
CREATE TABLE figures (
    id INTEGER NOT NULL,
    indikator VARCHAR(80) NOT NULL,
    nilai VARCHAR(40) NOT NULL,
    kota VARCHAR(8) NOT NULL,
    per VARCHAR(10) NOT NULL,
    sumber VARCHAR(2000),
    koperasi INTEGER,
    PRIMARY KEY (id)
)
;
-- table file_answers ON file_answers
CREATE TABLE file_answers (
    id INTEGER NOT NULL,
    berkas INTEGER NOT NULL,
    pilihan VARCHAR(20) NOT NULL,
    nilai VARCHAR(2000) NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(berkas) REFERENCES imported_files (id)
)
;
-- table fingerprints ON fingerprints
CREATE TABLE fingerprints (
    cooperative_id INTEGER NOT NULL,
    sidik BLOB NOT NULL,
    PRIMARY KEY (cooperative_id),
    FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
)
;
-- table followups ON followups
CREATE TABLE followups (
    id INTEGER NOT NULL,
    uraian VARCHAR(2000) NOT NULL,
    penanggung_jawab VARCHAR(200) NOT NULL,
    batas VARCHAR(10) NOT NULL,
    kota VARCHAR(8),
    koperasi TEXT,
    rapat VARCHAR(10),
    selesai VARCHAR(10),
    hasil VARCHAR(2000),
    batas_lama TEXT,
    keputusan VARCHAR(5),
    PRIMARY KEY (id),
    CONSTRAINT followups_decision CHECK (
        keputusan IS NULL OR keputusan = 'ya' OR keputusan = 'tidak'
    )
)
;
-- table headings ON headings
CREATE TABLE headings (
    id INTEGER NOT NULL,
    judul VARCHAR(200) NOT NULL,
    isian VARCHAR(60) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT headings_once UNIQUE (judul)
)
;
-- table imported_files ON imported_files
CREATE TABLE imported_files (
    id INTEGER NOT NULL,
    sidik VARCHAR(64) NOT NULL,
    nama VARCHAR(200) NOT NULL,
    PRIMARY KEY (id)
)
;
-- table milestones ON milestones
CREATE TABLE milestones (
    cooperative_id INTEGER NOT NULL,
    milestone VARCHAR(60) NOT NULL,
    dari VARCHAR(10) NOT NULL,
    sampai VARCHAR(10),
    keadaan VARCHAR(20),
    tanggal VARCHAR(10),
    mulai VARCHAR(10),
    nomor VARCHAR(200),
    bank VARCHAR(200) DEFAULT '' NOT NULL,
    kendala VARCHAR(2040),
    rencana VARCHAR(10),
    per VARCHAR(10),
    mulai_per VARCHAR(10),
    nomor_per VARCHAR(10),
    bank_per VARCHAR(10),
    kendala_per VARCHAR(10),
    rencana_per VARCHAR(10),
    PRIMARY KEY (cooperative_id, milestone, dari),
    CONSTRAINT milestones_days CHECK (sampai IS NULL OR sampai > dari),
    FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
) WITHOUT ROWID
;
-- table personal_values ON personal_values
CREATE TABLE personal_values (
    intisari VARCHAR(80) NOT NULL,
    cooperative_id INTEGER NOT NULL,
    garam VARCHAR(32) NOT NULL,
    nilai VARCHAR(200) NOT NULL,
    PRIMARY KEY (intisari)
)
;
-- table register ON register
CREATE TABLE register (
    nomor INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    dibuat VARCHAR(27) NOT NULL,
    PRIMARY KEY (nomor),
    CONSTRAINT register_once CHECK (nomor = 1)
)
;
-- table runs ON runs
CREATE TABLE runs (
    id INTEGER NOT NULL,
    waktu VARCHAR(27) NOT NULL,
    petugas VARCHAR(200) NOT NULL,
    peran VARCHAR(200),
    perintah TEXT NOT NULL,
    alasan VARCHAR(2000),
    berkas TEXT DEFAULT '[]' NOT NULL,
    membatalkan INTEGER,
    asal VARCHAR(200),
    jumlah INTEGER NOT NULL,
    sebelum VARCHAR(64) NOT NULL,
    intisari VARCHAR(64) NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(membatalkan) REFERENCES runs (id)
)
;
-- table settings ON settings
CREATE TABLE settings (
    id INTEGER NOT NULL,
    kunci VARCHAR(60) NOT NULL,
    nilai VARCHAR(2000) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT settings_once UNIQUE (kunci)
)
;
-- table targets ON targets
CREATE TABLE targets (
    id INTEGER NOT NULL,
    milestone VARCHAR(60) NOT NULL,
    batas VARCHAR(10) NOT NULL,
    kota VARCHAR(8),
    tahun_buku INTEGER,
    nilai VARCHAR(20),
    sumber VARCHAR(2000),
    ditetapkan VARCHAR(10) NOT NULL,
    PRIMARY KEY (id)
)
;
-- table trainings ON trainings
CREATE TABLE trainings (
    id INTEGER NOT NULL,
    judul VARCHAR(200) NOT NULL,
    kota VARCHAR(8) NOT NULL,
    mulai VARCHAR(10) NOT NULL,
    selesai VARCHAR(10),
    tempat VARCHAR(200),
    penyelenggara VARCHAR(200),
    materi TEXT,
    peserta INTEGER,
    sumber VARCHAR(2000),
    PRIMARY KEY (id),
    CONSTRAINT trainings_headcount CHECK (peserta IS NULL OR peserta >= 0)
)
;
-- trigger events_no_delete ON events
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END
;
-- trigger events_no_update ON events
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END
;
-- trigger runs_no_delete ON runs
CREATE TRIGGER runs_no_delete BEFORE DELETE ON runs BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END
;
-- trigger runs_no_update ON runs
CREATE TRIGGER runs_no_update BEFORE UPDATE ON runs BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END
;
-- view v_bidang ON v_bidang
CREATE VIEW v_bidang AS SELECT kunci AS bidang, label, jenis, arti, pilihan, pilihan_pensiun, judul, coalesce(pensiun, 'tidak') AS pensiun, paket FROM fields
;
-- view v_isian ON v_isian
CREATE VIEW v_isian AS SELECT a.kode, v.bidang, v.dari, v.sampai, v.nilai, v.per FROM field_values v JOIN areas a ON a.id = v.cooperative_id
;
-- view v_keadaan ON v_keadaan
CREATE VIEW v_keadaan AS SELECT kode, milestone, keadaan, tanggal, min(dari) AS dari, CASE WHEN count(*) = count(sampai) THEN max(sampai) END AS sampai FROM (SELECT a.kode, m.milestone, m.keadaan, m.tanggal, m.dari, m.sampai, row_number() OVER (PARTITION BY m.cooperative_id, m.milestone ORDER BY m.dari) - row_number() OVER (PARTITION BY m.cooperative_id, m.milestone, m.keadaan, m.tanggal ORDER BY m.dari) AS island FROM milestones m JOIN areas a ON a.id = m.cooperative_id) s WHERE keadaan IS NOT NULL GROUP BY kode, milestone, keadaan, tanggal, island
;
-- view v_kendala ON v_kendala
CREATE VIEW v_kendala AS SELECT kode, milestone, kendala, min(dari) AS dari, CASE WHEN count(*) = count(sampai) THEN max(sampai) END AS sampai FROM (SELECT a.kode, m.milestone, m.kendala, m.dari, m.sampai, row_number() OVER (PARTITION BY m.cooperative_id, m.milestone ORDER BY m.dari) - row_number() OVER (PARTITION BY m.cooperative_id, m.milestone, m.kendala ORDER BY m.dari) AS island FROM milestones m JOIN areas a ON a.id = m.cooperative_id) s WHERE kendala IS NOT NULL GROUP BY kode, milestone, kendala, island
;
-- view v_koperasi ON v_koperasi
CREATE VIEW v_koperasi AS SELECT c.id, a.kode, a.kelurahan, substr(a.kode, 1, 8) AS kecamatan_kode, a.kecamatan, substr(a.kode, 1, 5) AS kota_kode, a.kota, a.provinsi, c.nama, coalesce(c.status, 'aktif') AS status, coalesce(c.percontohan, 'tidak') AS percontohan, c.nik_koperasi, c.anggota, c.unit_usaha, c.mitra, c.catatan, c.gerai_jenis, c.lintang, c.bujur, c.berdiri FROM cooperatives c JOIN areas a ON a.id = c.id
;
-- view v_milestone ON v_milestone
CREATE VIEW v_milestone AS SELECT a.kode, m.milestone, m.dari, m.sampai, m.keadaan, m.tanggal, m.mulai, m.nomor, m.bank, m.kendala, m.rencana, m.per FROM milestones m JOIN areas a ON a.id = m.cooperative_id
;
-- view v_nomor ON v_nomor
CREATE VIEW v_nomor AS SELECT a.kode, m.milestone, m.nomor, m.bank FROM milestones m JOIN areas a ON a.id = m.cooperative_id WHERE m.sampai IS NULL AND (m.nomor IS NOT NULL OR m.bank <> '')
;
-- view v_pelatihan ON v_pelatihan
CREATE VIEW v_pelatihan AS SELECT t.id, t.judul, t.kota, t.mulai, t.selesai, t.peserta, a.kode, h.pengurus, h.pengawas FROM trainings t LEFT JOIN attendances h ON h.pelatihan = t.id LEFT JOIN areas a ON a.id = h.cooperative_id
;
-- view v_rencana ON v_rencana
CREATE VIEW v_rencana AS SELECT kode, milestone, rencana, min(dari) AS dari, CASE WHEN count(*) = count(sampai) THEN max(sampai) END AS sampai FROM (SELECT a.kode, m.milestone, m.rencana, m.dari, m.sampai, row_number() OVER (PARTITION BY m.cooperative_id, m.milestone ORDER BY m.dari) - row_number() OVER (PARTITION BY m.cooperative_id, m.milestone, m.rencana ORDER BY m.dari) AS island FROM milestones m JOIN areas a ON a.id = m.cooperative_id) s WHERE rencana IS NOT NULL GROUP BY kode, milestone, rencana, island
;
-- view v_riwayat ON v_riwayat
CREATE VIEW v_riwayat AS SELECT r.id AS run, r.waktu, r.petugas, r.perintah, r.alasan, r.membatalkan, e.entitas, e.subjek, a.kode, (SELECT atom FROM json_each(i.value) WHERE key = 0) AS bidang, (SELECT atom FROM json_each(i.value) WHERE key = 1) AS lama, (SELECT atom FROM json_each(i.value) WHERE key = 2) AS baru, coalesce((SELECT atom FROM json_each(i.value) WHERE key = 3), e.per) AS per, e.baris FROM runs r LEFT JOIN (events e JOIN json_each(e.isi) i) ON e.run = r.id LEFT JOIN areas a ON a.id = e.subjek AND e.entitas IN ('koperasi', 'wilayah')
;
