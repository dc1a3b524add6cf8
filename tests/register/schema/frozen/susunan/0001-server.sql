CREATE TABLE aliases (
	id BIGSERIAL NOT NULL,
	kode VARCHAR(16) COLLATE "C" NOT NULL,
	alias VARCHAR(200) COLLATE "C" NOT NULL,
	CONSTRAINT aliases_once UNIQUE (kode, alias),
	PRIMARY KEY (id)
)
;
CREATE TABLE areas (
	id BIGSERIAL NOT NULL,
	kode VARCHAR(16) COLLATE "C" NOT NULL,
	kelurahan VARCHAR(200) COLLATE "C" NOT NULL,
	kecamatan VARCHAR(200) COLLATE "C" NOT NULL,
	kota VARCHAR(200) COLLATE "C" NOT NULL,
	provinsi VARCHAR(200) COLLATE "C" NOT NULL,
	sejak VARCHAR(10) COLLATE "C",
	CONSTRAINT areas_shape CHECK (length(kode) = 13 AND length(kelurahan) BETWEEN 1 AND 200),
	PRIMARY KEY (id),
	UNIQUE (kode)
)
;
CREATE INDEX areas_name ON areas (kelurahan, kode)
;
CREATE TABLE events (
	id BIGSERIAL NOT NULL,
	run BIGINT NOT NULL,
	entitas VARCHAR(16) COLLATE "C" NOT NULL,
	subjek BIGINT NOT NULL,
	per VARCHAR(10) COLLATE "C" NOT NULL,
	berkas BIGINT DEFAULT 0 NOT NULL,
	baris BIGINT DEFAULT 0 NOT NULL,
	isi TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (id)
)
;
CREATE INDEX events_run ON events (run)
;
CREATE INDEX events_subject ON events (subjek)
;
CREATE TABLE fields (
	id BIGSERIAL NOT NULL,
	kunci VARCHAR(60) COLLATE "C" NOT NULL,
	label VARCHAR(40) COLLATE "C" NOT NULL,
	jenis VARCHAR(12) COLLATE "C" NOT NULL,
	arti VARCHAR(200) COLLATE "C" NOT NULL,
	pilihan TEXT COLLATE "C",
	pilihan_pensiun TEXT COLLATE "C",
	judul TEXT COLLATE "C",
	pensiun VARCHAR(2) COLLATE "C",
	paket VARCHAR(40) COLLATE "C",
	CONSTRAINT fields_key CHECK (substr(kunci, 1, 2) = 'x_'),
	CONSTRAINT fields_once UNIQUE (kunci),
	PRIMARY KEY (id)
)
;
CREATE TABLE figures (
	id BIGSERIAL NOT NULL,
	indikator VARCHAR(80) COLLATE "C" NOT NULL,
	nilai VARCHAR(40) COLLATE "C" NOT NULL,
	kota VARCHAR(8) COLLATE "C" NOT NULL,
	per VARCHAR(10) COLLATE "C" NOT NULL,
	sumber VARCHAR(2000) COLLATE "C",
	koperasi BIGINT,
	PRIMARY KEY (id)
)
;
CREATE TABLE followups (
	id BIGSERIAL NOT NULL,
	uraian VARCHAR(2000) COLLATE "C" NOT NULL,
	penanggung_jawab VARCHAR(200) COLLATE "C" NOT NULL,
	batas VARCHAR(10) COLLATE "C" NOT NULL,
	kota VARCHAR(8) COLLATE "C",
	koperasi TEXT COLLATE "C",
	rapat VARCHAR(10) COLLATE "C",
	selesai VARCHAR(10) COLLATE "C",
	hasil VARCHAR(2000) COLLATE "C",
	batas_lama TEXT COLLATE "C",
	keputusan VARCHAR(5) COLLATE "C",
	CONSTRAINT followups_decision CHECK (keputusan IS NULL OR keputusan = 'ya' OR keputusan = 'tidak'),
	PRIMARY KEY (id)
)
;
CREATE TABLE headings (
	id BIGSERIAL NOT NULL,
	judul VARCHAR(200) COLLATE "C" NOT NULL,
	isian VARCHAR(60) COLLATE "C" NOT NULL,
	CONSTRAINT headings_once UNIQUE (judul),
	PRIMARY KEY (id)
)
;
CREATE TABLE imported_files (
	id BIGSERIAL NOT NULL,
	sidik VARCHAR(64) COLLATE "C" NOT NULL,
	nama VARCHAR(200) COLLATE "C" NOT NULL,
	PRIMARY KEY (id)
)
;
CREATE INDEX imported_files_content ON imported_files (sidik)
;
CREATE TABLE personal_values (
	intisari VARCHAR(80) COLLATE "C" NOT NULL,
	cooperative_id BIGINT NOT NULL,
	garam VARCHAR(32) COLLATE "C" NOT NULL,
	nilai VARCHAR(200) COLLATE "C" NOT NULL,
	PRIMARY KEY (intisari)
)
;
CREATE INDEX personal_values_owner ON personal_values (cooperative_id)
;
CREATE TABLE register (
	nomor BIGSERIAL NOT NULL,
	id VARCHAR(36) COLLATE "C" NOT NULL,
	dibuat VARCHAR(27) COLLATE "C" NOT NULL,
	CONSTRAINT register_once CHECK (nomor = 1),
	PRIMARY KEY (nomor)
)
;
CREATE TABLE runs (
	id BIGSERIAL NOT NULL,
	waktu VARCHAR(27) COLLATE "C" NOT NULL,
	petugas VARCHAR(200) COLLATE "C" NOT NULL,
	peran VARCHAR(200) COLLATE "C",
	perintah TEXT COLLATE "C" NOT NULL,
	alasan VARCHAR(2000) COLLATE "C",
	berkas TEXT COLLATE "C" DEFAULT '[]' NOT NULL,
	membatalkan BIGINT,
	asal VARCHAR(200) COLLATE "C",
	jumlah BIGINT NOT NULL,
	sebelum VARCHAR(64) COLLATE "C" NOT NULL,
	intisari VARCHAR(64) COLLATE "C" NOT NULL,
	FOREIGN KEY(membatalkan) REFERENCES runs (id),
	PRIMARY KEY (id)
)
;
CREATE INDEX runs_undone ON runs (membatalkan) WHERE membatalkan IS NOT NULL
;
CREATE TABLE settings (
	id BIGSERIAL NOT NULL,
	kunci VARCHAR(60) COLLATE "C" NOT NULL,
	nilai VARCHAR(2000) COLLATE "C" NOT NULL,
	CONSTRAINT settings_once UNIQUE (kunci),
	PRIMARY KEY (id)
)
;
CREATE TABLE targets (
	id BIGSERIAL NOT NULL,
	milestone VARCHAR(60) COLLATE "C" NOT NULL,
	batas VARCHAR(10) COLLATE "C" NOT NULL,
	kota VARCHAR(8) COLLATE "C",
	tahun_buku BIGINT,
	nilai VARCHAR(20) COLLATE "C",
	sumber VARCHAR(2000) COLLATE "C",
	ditetapkan VARCHAR(10) COLLATE "C" NOT NULL,
	PRIMARY KEY (id)
)
;
CREATE TABLE trainings (
	id BIGSERIAL NOT NULL,
	judul VARCHAR(200) COLLATE "C" NOT NULL,
	kota VARCHAR(8) COLLATE "C" NOT NULL,
	mulai VARCHAR(10) COLLATE "C" NOT NULL,
	selesai VARCHAR(10) COLLATE "C",
	tempat VARCHAR(200) COLLATE "C",
	penyelenggara VARCHAR(200) COLLATE "C",
	materi TEXT COLLATE "C",
	peserta BIGINT,
	sumber VARCHAR(2000) COLLATE "C",
	CONSTRAINT trainings_headcount CHECK (peserta IS NULL OR peserta >= 0),
	PRIMARY KEY (id)
)
;
CREATE TABLE cooperatives (
	id BIGINT NOT NULL,
	nama VARCHAR(200) COLLATE "C",
	status VARCHAR(24) COLLATE "C",
	percontohan VARCHAR(5) COLLATE "C",
	nik_koperasi VARCHAR(30) COLLATE "C",
	anggota BIGINT,
	unit_usaha VARCHAR(200) COLLATE "C",
	mitra TEXT COLLATE "C",
	catatan VARCHAR(2000) COLLATE "C",
	gerai_jenis VARCHAR(20) COLLATE "C",
	lintang VARCHAR(20) COLLATE "C",
	bujur VARCHAR(20) COLLATE "C",
	berdiri BIGINT,
	CONSTRAINT cooperatives_members CHECK (anggota IS NULL OR anggota >= 0),
	CONSTRAINT cooperatives_pilot CHECK (percontohan IS NULL OR percontohan = 'ya' OR percontohan = 'tidak'),
	CONSTRAINT cooperatives_status CHECK (status IS NULL OR status = 'aktif' OR status LIKE 'bubar ____-__-__' OR status LIKE 'digabung ____-__-__'),
	FOREIGN KEY(id) REFERENCES areas (id),
	PRIMARY KEY (id)
)
;
CREATE TABLE file_answers (
	id BIGSERIAL NOT NULL,
	berkas BIGINT NOT NULL,
	pilihan VARCHAR(20) COLLATE "C" NOT NULL,
	nilai VARCHAR(2000) COLLATE "C" NOT NULL,
	FOREIGN KEY(berkas) REFERENCES imported_files (id),
	PRIMARY KEY (id)
)
;
CREATE INDEX file_answers_file ON file_answers (berkas)
;
CREATE TABLE attendances (
	id BIGSERIAL NOT NULL,
	pelatihan BIGINT NOT NULL,
	cooperative_id BIGINT NOT NULL,
	pengurus BIGINT,
	pengawas BIGINT,
	CONSTRAINT attendances_counts CHECK ((pengurus IS NULL OR pengurus >= 0) AND (pengawas IS NULL OR pengawas >= 0)),
	CONSTRAINT attendances_once UNIQUE (pelatihan, cooperative_id),
	FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id),
	FOREIGN KEY(pelatihan) REFERENCES trainings (id),
	PRIMARY KEY (id)
)
;
CREATE TABLE checkpoints (
	cooperative_id BIGINT NOT NULL,
	sampai BIGINT NOT NULL,
	isi TEXT COLLATE "C" NOT NULL,
	FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id),
	PRIMARY KEY (cooperative_id)
)
;
CREATE TABLE contacts (
	cooperative_id BIGINT NOT NULL,
	ketua VARCHAR(200) COLLATE "C",
	telepon VARCHAR(200) COLLATE "C",
	ketua_per VARCHAR(10) COLLATE "C",
	telepon_per VARCHAR(10) COLLATE "C",
	FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id),
	PRIMARY KEY (cooperative_id)
)
;
CREATE TABLE field_values (
	cooperative_id BIGINT NOT NULL,
	bidang VARCHAR(60) COLLATE "C" NOT NULL,
	dari VARCHAR(10) COLLATE "C" NOT NULL,
	sampai VARCHAR(10) COLLATE "C",
	nilai TEXT COLLATE "C",
	per VARCHAR(10) COLLATE "C",
	CONSTRAINT field_values_days CHECK (sampai IS NULL OR sampai > dari),
	FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id),
	PRIMARY KEY (cooperative_id, bidang, dari)
)
;
CREATE TABLE fingerprints (
	cooperative_id BIGINT NOT NULL,
	sidik BYTEA NOT NULL,
	FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id),
	PRIMARY KEY (cooperative_id)
)
;
CREATE TABLE milestones (
	cooperative_id BIGINT NOT NULL,
	milestone VARCHAR(60) COLLATE "C" NOT NULL,
	dari VARCHAR(10) COLLATE "C" NOT NULL,
	sampai VARCHAR(10) COLLATE "C",
	keadaan VARCHAR(20) COLLATE "C",
	tanggal VARCHAR(10) COLLATE "C",
	mulai VARCHAR(10) COLLATE "C",
	nomor VARCHAR(200) COLLATE "C",
	bank VARCHAR(200) COLLATE "C" DEFAULT '' NOT NULL,
	kendala VARCHAR(2040) COLLATE "C",
	rencana VARCHAR(10) COLLATE "C",
	per VARCHAR(10) COLLATE "C",
	mulai_per VARCHAR(10) COLLATE "C",
	nomor_per VARCHAR(10) COLLATE "C",
	bank_per VARCHAR(10) COLLATE "C",
	kendala_per VARCHAR(10) COLLATE "C",
	rencana_per VARCHAR(10) COLLATE "C",
	CONSTRAINT milestones_days CHECK (sampai IS NULL OR sampai > dari),
	FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id),
	PRIMARY KEY (cooperative_id, milestone, dari)
)
;
CREATE UNIQUE INDEX milestones_number ON milestones (milestone, nomor, bank) WHERE nomor IS NOT NULL AND sampai IS NULL
;
CREATE VIEW v_koperasi WITH (security_invoker = true) AS SELECT c.id, a.kode, a.kelurahan, substr(a.kode, 1, 8) AS kecamatan_kode, a.kecamatan, substr(a.kode, 1, 5) AS kota_kode, a.kota, a.provinsi, c.nama, coalesce(c.status, 'aktif') AS status, coalesce(c.percontohan, 'tidak') AS percontohan, c.nik_koperasi, c.anggota, c.unit_usaha, c.mitra, c.catatan, c.gerai_jenis, c.lintang, c.bujur, c.berdiri FROM cooperatives c JOIN areas a ON a.id = c.id
;
CREATE VIEW v_milestone WITH (security_invoker = true) AS SELECT a.kode, m.milestone, m.dari, m.sampai, m.keadaan, m.tanggal, m.mulai, m.nomor, m.bank, m.kendala, m.rencana, m.per FROM milestones m JOIN areas a ON a.id = m.cooperative_id
;
CREATE VIEW v_isian WITH (security_invoker = true) AS SELECT a.kode, v.bidang, v.dari, v.sampai, v.nilai, v.per FROM field_values v JOIN areas a ON a.id = v.cooperative_id
;
CREATE VIEW v_bidang WITH (security_invoker = true) AS SELECT kunci AS bidang, label, jenis, arti, pilihan, pilihan_pensiun, judul, coalesce(pensiun, 'tidak') AS pensiun, paket FROM fields
;
CREATE VIEW v_keadaan WITH (security_invoker = true) AS SELECT kode, milestone, keadaan, tanggal, min(dari) AS dari, CASE WHEN count(*) = count(sampai) THEN max(sampai) END AS sampai FROM (SELECT a.kode, m.milestone, m.keadaan, m.tanggal, m.dari, m.sampai, row_number() OVER (PARTITION BY m.cooperative_id, m.milestone ORDER BY m.dari) - row_number() OVER (PARTITION BY m.cooperative_id, m.milestone, m.keadaan, m.tanggal ORDER BY m.dari) AS island FROM milestones m JOIN areas a ON a.id = m.cooperative_id) s WHERE keadaan IS NOT NULL GROUP BY kode, milestone, keadaan, tanggal, island
;
CREATE VIEW v_kendala WITH (security_invoker = true) AS SELECT kode, milestone, kendala, min(dari) AS dari, CASE WHEN count(*) = count(sampai) THEN max(sampai) END AS sampai FROM (SELECT a.kode, m.milestone, m.kendala, m.dari, m.sampai, row_number() OVER (PARTITION BY m.cooperative_id, m.milestone ORDER BY m.dari) - row_number() OVER (PARTITION BY m.cooperative_id, m.milestone, m.kendala ORDER BY m.dari) AS island FROM milestones m JOIN areas a ON a.id = m.cooperative_id) s WHERE kendala IS NOT NULL GROUP BY kode, milestone, kendala, island
;
CREATE VIEW v_rencana WITH (security_invoker = true) AS SELECT kode, milestone, rencana, min(dari) AS dari, CASE WHEN count(*) = count(sampai) THEN max(sampai) END AS sampai FROM (SELECT a.kode, m.milestone, m.rencana, m.dari, m.sampai, row_number() OVER (PARTITION BY m.cooperative_id, m.milestone ORDER BY m.dari) - row_number() OVER (PARTITION BY m.cooperative_id, m.milestone, m.rencana ORDER BY m.dari) AS island FROM milestones m JOIN areas a ON a.id = m.cooperative_id) s WHERE rencana IS NOT NULL GROUP BY kode, milestone, rencana, island
;
CREATE VIEW v_nomor WITH (security_invoker = true) AS SELECT a.kode, m.milestone, m.nomor, m.bank FROM milestones m JOIN areas a ON a.id = m.cooperative_id WHERE m.sampai IS NULL AND (m.nomor IS NOT NULL OR m.bank <> '')
;
CREATE VIEW v_pelatihan WITH (security_invoker = true) AS SELECT t.id, t.judul, t.kota, t.mulai, t.selesai, t.peserta, a.kode, h.pengurus, h.pengawas FROM trainings t LEFT JOIN attendances h ON h.pelatihan = t.id LEFT JOIN areas a ON a.id = h.cooperative_id
;
CREATE VIEW v_riwayat WITH (security_invoker = true) AS SELECT r.id AS run, r.waktu, r.petugas, r.perintah, r.alasan, r.membatalkan, e.entitas, e.subjek, a.kode, (i.value ->> 0) AS bidang, (i.value ->> 1) AS lama, (i.value ->> 2) AS baru, coalesce((i.value ->> 3), e.per) AS per, e.baris FROM runs r LEFT JOIN (events e CROSS JOIN LATERAL json_array_elements(e.isi::json) i) ON e.run = r.id LEFT JOIN areas a ON a.id = e.subjek AND e.entitas IN ('koperasi', 'wilayah')
;
ALTER TABLE events ADD FOREIGN KEY (run) REFERENCES runs DEFERRABLE INITIALLY DEFERRED
;
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'riwayat tidak dapat diubah' USING ERRCODE = '42501'; END$$
;
CREATE TRIGGER runs_append_only BEFORE DELETE OR TRUNCATE ON runs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
;
CREATE TRIGGER runs_kept BEFORE UPDATE ON runs FOR EACH ROW EXECUTE FUNCTION refuse_change()
;
CREATE TRIGGER events_append_only BEFORE DELETE OR TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
;
CREATE TRIGGER events_kept BEFORE UPDATE ON events FOR EACH ROW WHEN (OLD.run > 0 OR (OLD.id, OLD.entitas, OLD.subjek, OLD.per, OLD.berkas, OLD.baris, OLD.isi) IS DISTINCT FROM (NEW.id, NEW.entitas, NEW.subjek, NEW.per, NEW.berkas, NEW.baris, NEW.isi)) EXECUTE FUNCTION refuse_change()
;
-- Who may do what in the schema of a register: read and written by `rights.py`, statement by statement
-- (a line of two dashes and a semicolon ends one). The roles kkmp_pembaca, kkmp_petugas and
-- kkmp_pengelola are groups; hak and hak_kota say what each member may see and write.
CREATE TABLE hak (
    peran text COLLATE "C" PRIMARY KEY,
    jenis text NOT NULL CHECK (jenis IN ('pembaca', 'petugas', 'pengelola')),
    semua boolean NOT NULL,
    pribadi boolean NOT NULL
)
;
CREATE TABLE hak_kota (
    peran text COLLATE "C" REFERENCES hak ON DELETE CASCADE,
    kota text COLLATE "C",
    PRIMARY KEY (peran, kota)
)
;
CREATE FUNCTION kota_dari(entitas text, subjek bigint, isi json) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = kkmp, pg_temp AS $$
DECLARE
    utuh json;
    koperasi text;
BEGIN
    IF isi -> 0 ->> 0 = '*' THEN
        utuh := coalesce(isi -> 0 ->> 2, isi -> 0 ->> 1)::json;
    END IF;
    CASE entitas
        WHEN 'koperasi', 'sel' THEN
            RETURN (SELECT substr(a.kode, 1, 5) FROM areas a WHERE a.id = subjek);
        WHEN 'pelatihan' THEN
            RETURN coalesce((SELECT t.kota FROM trainings t WHERE t.id = subjek), utuh ->> 'kota');
        WHEN 'target' THEN
            RETURN coalesce((SELECT t.kota FROM targets t WHERE t.id = subjek), utuh ->> 'kota');
        WHEN 'angka' THEN
            RETURN coalesce((SELECT f.kota FROM figures f WHERE f.id = subjek), utuh ->> 'kota');
        WHEN 'hadir' THEN
            RETURN (SELECT substr(a.kode, 1, 5) FROM areas a WHERE a.id = coalesce(
                (SELECT h.cooperative_id FROM attendances h WHERE h.id = subjek),
                (utuh ->> 'cooperative_id')::bigint));
        WHEN 'alias' THEN
            RETURN substr(coalesce((SELECT s.kode FROM aliases s WHERE s.id = subjek),
                utuh ->> 'kode'), 1, 5);
        WHEN 'tindak_lanjut' THEN
            koperasi := coalesce((SELECT f.koperasi FROM followups f WHERE f.id = subjek),
                utuh ->> 'koperasi');
            RETURN coalesce(
                (SELECT f.kota FROM followups f WHERE f.id = subjek), utuh ->> 'kota',
                (SELECT CASE WHEN count(DISTINCT substr(a.kode, 1, 5)) = 1
                    THEN min(substr(a.kode, 1, 5)) END
                 FROM areas a WHERE a.id = ANY (string_to_array(koperasi, ';')::bigint[])));
        ELSE
            RETURN NULL;
    END CASE;
END$$
;
CREATE FUNCTION milik_saya(kota text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = kkmp, pg_temp AS
    $$SELECT EXISTS (SELECT FROM hak_kota k WHERE k.peran = session_user AND k.kota = $1)$$
;
CREATE FUNCTION boleh(entitas text, subjek bigint, isi json) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = kkmp, pg_temp AS $$
    SELECT entitas IN ('judul', 'berkas', 'jawaban') OR (
        coalesce(milik_saya(kota_dari(entitas, subjek, isi)), false)
        AND NOT EXISTS (
            SELECT FROM json_array_elements(isi) i, LATERAL (VALUES (i ->> 1), (i ->> 2)) v (kota)
            WHERE i ->> 0 = 'kota' AND entitas <> 'koperasi'
                AND NOT coalesce(milik_saya(v.kota), false)))$$
;
CREATE FUNCTION tolak_bukan_haknya(nomor bigint) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = kkmp, pg_temp AS $$
DECLARE
    pribadi boolean;
BEGIN
    IF pg_has_role(session_user, 'kkmp_pengelola', 'MEMBER') THEN
        RETURN;
    END IF;
    SELECT h.pribadi INTO pribadi FROM hak h
        WHERE h.peran = session_user AND h.jenis = 'petugas';
    IF NOT FOUND
        OR EXISTS (
            SELECT FROM events e JOIN areas a ON a.id = e.subjek
            WHERE e.run = nomor AND e.entitas IN ('koperasi', 'sel') AND substr(a.kode, 1, 5)
                NOT IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user))
        OR EXISTS (
            SELECT FROM events e WHERE e.run = nomor AND e.entitas NOT IN ('koperasi', 'sel')
                AND NOT boleh(e.entitas, e.subjek, e.isi::json))
        OR (NOT pribadi AND EXISTS (
            SELECT FROM events e WHERE e.run = nomor AND e.entitas = 'koperasi'
                AND (e.isi LIKE '%["ketua",%' OR e.isi LIKE '%["telepon",%')))
    THEN
        RAISE EXCEPTION 'bukan hak peran ini' USING ERRCODE = '42501';
    END IF;
END$$
;
CREATE FUNCTION dasar(nomor bigint) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = kkmp, pg_temp AS $$
    WITH RECURSIVE asal (id, membatalkan) AS (
        SELECT r.id, r.membatalkan FROM runs r WHERE r.id = nomor
        UNION ALL SELECT r.id, r.membatalkan FROM asal JOIN runs r ON r.id = asal.membatalkan)
    SELECT id FROM asal WHERE membatalkan IS NULL$$
;
CREATE FUNCTION catat(sementara bigint, awal text, kata text[],
    OUT nomor bigint, OUT intisari text) LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = kkmp, pg_temp AS $$
DECLARE
    sebelum text; waktu text; peran text := to_json(session_user::text)::text; isi text;
BEGIN
    PERFORM tolak_bukan_haknya(sementara);
    PERFORM tolak_bukan_haknya(dasar((kata[5]::json #>> '{}')::bigint));
    PERFORM pg_advisory_xact_lock(1263226192);
    SELECT r.id, r.intisari, r.waktu INTO nomor, sebelum, waktu
        FROM runs r ORDER BY r.id DESC LIMIT 1;
    nomor := coalesce(nomor, 0) + 1;
    sebelum := coalesce(sebelum, awal);
    waktu := greatest(waktu,
        to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'));
    SELECT string_agg('["' || e.entitas || '",' || e.subjek || ',"' || e.per || '",' || e.berkas
        || ',' || e.baris || ',' || e.isi || ']', ',' ORDER BY e.id)
        INTO isi FROM events e WHERE e.run = sementara;
    intisari := encode(sha256(convert_to('[[' || nomor || ',"' || waktu || '",' || kata[1] || ','
        || peran || ',' || kata[2] || ',' || kata[3] || ',' || kata[4] || ',' || kata[5] || ','
        || kata[6] || ',' || kata[7] || ',"' || sebelum || '"],[' || coalesce(isi, '') || ']]',
        'UTF8')), 'hex');
    INSERT INTO runs (id, waktu, petugas, peran, perintah, alasan, berkas, membatalkan, asal,
        jumlah, sebelum, intisari)
    VALUES (nomor, waktu, kata[1]::json #>> '{}', session_user, kata[2]::json #>> '{}',
        kata[3]::json #>> '{}', kata[4]::json #>> '{}', (kata[5]::json #>> '{}')::bigint,
        kata[6]::json #>> '{}', (kata[7]::json #>> '{}')::bigint, sebelum, intisari);
    UPDATE events SET run = nomor WHERE run = sementara;
END$$
;
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)
;
INSERT INTO alembic_version VALUES ('0001')
;
INSERT INTO register VALUES (1, 'id', 'dibuat')
;
GRANT USAGE ON SCHEMA kkmp TO kkmp_pembaca, kkmp_petugas
;
GRANT SELECT ON hak, hak_kota, v_koperasi, v_milestone, v_isian, v_bidang, v_keadaan, v_kendala, v_rencana, v_nomor, v_pelatihan, v_riwayat TO kkmp_pembaca, kkmp_petugas
;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA kkmp TO kkmp_petugas
;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA kkmp FROM PUBLIC
;
GRANT EXECUTE ON FUNCTION catat, boleh, milik_saya, kota_dari, tolak_bukan_haknya TO kkmp_pembaca, kkmp_petugas
;
GRANT SELECT ON aliases TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE aliases ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON aliases FOR SELECT USING (true)
;
GRANT INSERT, UPDATE, DELETE ON aliases TO kkmp_petugas
;
CREATE POLICY tambah ON aliases FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (substr(kode, 1, 5) IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)))
;
CREATE POLICY ubah ON aliases FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (substr(kode, 1, 5) IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)))
;
CREATE POLICY hapus ON aliases FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (substr(kode, 1, 5) IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)))
;
GRANT SELECT ON areas TO kkmp_pembaca, kkmp_petugas
;
GRANT SELECT ON events TO kkmp_pembaca, kkmp_petugas
;
GRANT INSERT ON events TO kkmp_petugas
;
ALTER TABLE events ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON events FOR SELECT USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR entitas NOT IN ('koperasi', 'sel') OR subjek IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user))
;
CREATE POLICY catat ON events FOR INSERT WITH CHECK (run < 0 AND (SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')))
;
GRANT SELECT ON fields TO kkmp_pembaca, kkmp_petugas
;
GRANT SELECT ON figures TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE figures ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON figures FOR SELECT USING (((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR kota IS NULL OR kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)))
;
GRANT INSERT, UPDATE, DELETE ON figures TO kkmp_petugas
;
CREATE POLICY tambah ON figures FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)))
;
CREATE POLICY ubah ON figures FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)))
;
CREATE POLICY hapus ON figures FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)))
;
GRANT SELECT ON followups TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE followups ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON followups FOR SELECT USING (((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR (kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user) OR (kota IS NULL AND koperasi IS NOT NULL AND NOT EXISTS (SELECT FROM unnest(string_to_array(koperasi, ';')::bigint[]) x WHERE NOT x IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user))))))
;
GRANT INSERT, UPDATE, DELETE ON followups TO kkmp_petugas
;
CREATE POLICY tambah ON followups FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND ((kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user) OR (kota IS NULL AND koperasi IS NOT NULL AND NOT EXISTS (SELECT FROM unnest(string_to_array(koperasi, ';')::bigint[]) x WHERE NOT x IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user))))))
;
CREATE POLICY ubah ON followups FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND ((kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user) OR (kota IS NULL AND koperasi IS NOT NULL AND NOT EXISTS (SELECT FROM unnest(string_to_array(koperasi, ';')::bigint[]) x WHERE NOT x IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user))))))
;
CREATE POLICY hapus ON followups FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND ((kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user) OR (kota IS NULL AND koperasi IS NOT NULL AND NOT EXISTS (SELECT FROM unnest(string_to_array(koperasi, ';')::bigint[]) x WHERE NOT x IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user))))))
;
GRANT SELECT ON headings TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE headings ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON headings FOR SELECT USING (true)
;
GRANT INSERT, UPDATE, DELETE ON headings TO kkmp_petugas
;
CREATE POLICY tambah ON headings FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (true))
;
CREATE POLICY ubah ON headings FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (true))
;
CREATE POLICY hapus ON headings FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (true))
;
GRANT SELECT ON imported_files TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE imported_files ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON imported_files FOR SELECT USING (true)
;
GRANT INSERT, UPDATE, DELETE ON imported_files TO kkmp_petugas
;
CREATE POLICY tambah ON imported_files FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (true))
;
CREATE POLICY ubah ON imported_files FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (true))
;
CREATE POLICY hapus ON imported_files FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (true))
;
GRANT SELECT ON personal_values TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE personal_values ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON personal_values FOR SELECT USING (((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.pribadi)) AND ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user))))
;
GRANT INSERT, UPDATE, DELETE ON personal_values TO kkmp_petugas
;
CREATE POLICY tambah ON personal_values FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.pribadi)) AND ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))))
;
CREATE POLICY ubah ON personal_values FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.pribadi)) AND ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))))
;
CREATE POLICY hapus ON personal_values FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.pribadi)) AND ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))))
;
GRANT SELECT ON register TO kkmp_pembaca, kkmp_petugas
;
GRANT SELECT ON runs TO kkmp_pembaca, kkmp_petugas
;
GRANT SELECT ON settings TO kkmp_pembaca, kkmp_petugas
;
GRANT SELECT ON targets TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE targets ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON targets FOR SELECT USING (((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR kota IS NULL OR kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)))
;
GRANT INSERT, UPDATE, DELETE ON targets TO kkmp_petugas
;
CREATE POLICY tambah ON targets FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)))
;
CREATE POLICY ubah ON targets FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)))
;
CREATE POLICY hapus ON targets FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)))
;
GRANT SELECT ON trainings TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE trainings ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON trainings FOR SELECT USING (((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR kota IS NULL OR kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)))
;
GRANT INSERT, UPDATE, DELETE ON trainings TO kkmp_petugas
;
CREATE POLICY tambah ON trainings FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)))
;
CREATE POLICY ubah ON trainings FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)))
;
CREATE POLICY hapus ON trainings FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (kota IN (SELECT k.kota FROM hak_kota k WHERE k.peran = session_user)))
;
GRANT SELECT ON cooperatives TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE cooperatives ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON cooperatives FOR SELECT USING (((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
GRANT INSERT, UPDATE, DELETE ON cooperatives TO kkmp_petugas
;
CREATE POLICY tambah ON cooperatives FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
CREATE POLICY ubah ON cooperatives FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
CREATE POLICY hapus ON cooperatives FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
GRANT SELECT ON file_answers TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE file_answers ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON file_answers FOR SELECT USING (true)
;
GRANT INSERT, UPDATE, DELETE ON file_answers TO kkmp_petugas
;
CREATE POLICY tambah ON file_answers FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (true))
;
CREATE POLICY ubah ON file_answers FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (true))
;
CREATE POLICY hapus ON file_answers FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (true))
;
GRANT SELECT ON attendances TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE attendances ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON attendances FOR SELECT USING (((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
GRANT INSERT, UPDATE, DELETE ON attendances TO kkmp_petugas
;
CREATE POLICY tambah ON attendances FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
CREATE POLICY ubah ON attendances FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
CREATE POLICY hapus ON attendances FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
GRANT SELECT ON checkpoints TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE checkpoints ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON checkpoints FOR SELECT USING (((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
GRANT INSERT, UPDATE, DELETE ON checkpoints TO kkmp_petugas
;
CREATE POLICY tambah ON checkpoints FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
CREATE POLICY ubah ON checkpoints FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
CREATE POLICY hapus ON checkpoints FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
GRANT SELECT ON contacts TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE contacts ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON contacts FOR SELECT USING (((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.pribadi)) AND ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user))))
;
GRANT INSERT, UPDATE, DELETE ON contacts TO kkmp_petugas
;
CREATE POLICY tambah ON contacts FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
CREATE POLICY ubah ON contacts FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
CREATE POLICY hapus ON contacts FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
GRANT SELECT ON field_values TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE field_values ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON field_values FOR SELECT USING (((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
GRANT INSERT, UPDATE, DELETE ON field_values TO kkmp_petugas
;
CREATE POLICY tambah ON field_values FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
CREATE POLICY ubah ON field_values FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
CREATE POLICY hapus ON field_values FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
GRANT SELECT ON fingerprints TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE fingerprints ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON fingerprints FOR SELECT USING (((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
GRANT INSERT, UPDATE, DELETE ON fingerprints TO kkmp_petugas
;
CREATE POLICY tambah ON fingerprints FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
CREATE POLICY ubah ON fingerprints FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
CREATE POLICY hapus ON fingerprints FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
GRANT SELECT ON milestones TO kkmp_pembaca, kkmp_petugas
;
ALTER TABLE milestones ENABLE ROW LEVEL SECURITY
;
CREATE POLICY baca ON milestones FOR SELECT USING (((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.semua)) OR cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
GRANT INSERT, UPDATE, DELETE ON milestones TO kkmp_petugas
;
CREATE POLICY tambah ON milestones FOR INSERT WITH CHECK ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
CREATE POLICY ubah ON milestones FOR UPDATE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
CREATE POLICY hapus ON milestones FOR DELETE USING ((SELECT EXISTS (SELECT FROM hak h WHERE h.peran = session_user AND h.jenis = 'petugas')) AND (cooperative_id IN (SELECT a.id FROM areas a JOIN hak_kota k ON k.kota = substr(a.kode, 1, 5) WHERE k.peran = session_user)))
;
GRANT SELECT ON alembic_version TO kkmp_pembaca, kkmp_petugas
;
