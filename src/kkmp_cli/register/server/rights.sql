-- Who may do what in the schema of a register: read and written by `rights.py`, statement by statement
-- (a line of two dashes and a semicolon ends one). The roles kkmp_pembaca, kkmp_petugas and
-- kkmp_pengelola are groups; hak and hak_kota say what each member may see and write.
CREATE TABLE hak (
    peran text COLLATE "C" PRIMARY KEY,
    jenis text NOT NULL CHECK (jenis IN ('pembaca', 'petugas', 'pengelola')),
    semua boolean NOT NULL,
    pribadi boolean NOT NULL
)
--;
CREATE TABLE hak_kota (
    peran text COLLATE "C" REFERENCES hak ON DELETE CASCADE,
    kota text COLLATE "C",
    PRIMARY KEY (peran, kota)
)
--;
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
--;
CREATE FUNCTION milik_saya(kota text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = kkmp, pg_temp AS
    $$SELECT EXISTS (SELECT FROM hak_kota k WHERE k.peran = session_user AND k.kota = $1)$$
--;
CREATE FUNCTION boleh(entitas text, subjek bigint, isi json) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = kkmp, pg_temp AS $$
    SELECT entitas IN ('judul', 'berkas', 'jawaban') OR (
        coalesce(milik_saya(kota_dari(entitas, subjek, isi)), false)
        AND NOT EXISTS (
            SELECT FROM json_array_elements(isi) i, LATERAL (VALUES (i ->> 1), (i ->> 2)) v (kota)
            WHERE i ->> 0 = 'kota' AND entitas <> 'koperasi'
                AND NOT coalesce(milik_saya(v.kota), false)))$$
--;
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
