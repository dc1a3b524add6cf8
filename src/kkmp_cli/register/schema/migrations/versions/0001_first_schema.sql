-- The tables of the first schema, which `0001_first_schema.py` makes.
CREATE TABLE aliases (
    id INTEGER NOT NULL,
    kode VARCHAR(16) NOT NULL,
    alias VARCHAR(200) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT aliases_once UNIQUE (kode, alias)
);
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
);
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
);
CREATE INDEX areas_name ON areas (kelurahan, kode);
CREATE INDEX events_run ON events (run);
CREATE INDEX events_subject ON events (subjek);
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
);
CREATE TABLE figures (
    id INTEGER NOT NULL,
    indikator VARCHAR(80) NOT NULL,
    nilai VARCHAR(40) NOT NULL,
    kota VARCHAR(8) NOT NULL,
    per VARCHAR(10) NOT NULL,
    sumber VARCHAR(2000),
    koperasi INTEGER,
    PRIMARY KEY (id)
);
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
);
CREATE TABLE headings (
    id INTEGER NOT NULL,
    judul VARCHAR(200) NOT NULL,
    isian VARCHAR(60) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT headings_once UNIQUE (judul)
);
CREATE TABLE imported_files (
    id INTEGER NOT NULL,
    sidik VARCHAR(64) NOT NULL,
    nama VARCHAR(200) NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX imported_files_content ON imported_files (sidik);
CREATE TABLE file_answers (
    id INTEGER NOT NULL,
    berkas INTEGER NOT NULL,
    pilihan VARCHAR(20) NOT NULL,
    nilai VARCHAR(2000) NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(berkas) REFERENCES imported_files (id)
);
CREATE INDEX file_answers_file ON file_answers (berkas);
CREATE TABLE personal_values (
    intisari VARCHAR(80) NOT NULL,
    cooperative_id INTEGER NOT NULL,
    garam VARCHAR(32) NOT NULL,
    nilai VARCHAR(200) NOT NULL,
    PRIMARY KEY (intisari)
);
CREATE INDEX personal_values_owner ON personal_values (cooperative_id);
CREATE TABLE register (
    nomor INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    dibuat VARCHAR(27) NOT NULL,
    PRIMARY KEY (nomor),
    CONSTRAINT register_once CHECK (nomor = 1)
);
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
);
CREATE INDEX runs_undone ON runs (membatalkan)
    WHERE membatalkan IS NOT NULL;
CREATE TABLE settings (
    id INTEGER NOT NULL,
    kunci VARCHAR(60) NOT NULL,
    nilai VARCHAR(2000) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT settings_once UNIQUE (kunci)
);
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
);
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
);
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
);
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
);
CREATE TABLE checkpoints (
    cooperative_id INTEGER NOT NULL,
    sampai INTEGER NOT NULL,
    isi TEXT NOT NULL,
    PRIMARY KEY (cooperative_id),
    FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
);
CREATE TABLE contacts (
    cooperative_id INTEGER NOT NULL,
    ketua VARCHAR(200),
    telepon VARCHAR(200),
    ketua_per VARCHAR(10),
    telepon_per VARCHAR(10),
    PRIMARY KEY (cooperative_id),
    FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
);
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
) WITHOUT ROWID;
CREATE TABLE fingerprints (
    cooperative_id INTEGER NOT NULL,
    sidik BLOB NOT NULL,
    PRIMARY KEY (cooperative_id),
    FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
);
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
) WITHOUT ROWID;
CREATE UNIQUE INDEX milestones_number ON milestones (milestone, nomor, bank)
    WHERE nomor IS NOT NULL AND sampai IS NULL
