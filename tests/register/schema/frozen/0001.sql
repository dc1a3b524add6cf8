PRAGMA application_id=1263226192;
PRAGMA user_version=1;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE aliases (
    id INTEGER NOT NULL,
    kode VARCHAR(16) NOT NULL,
    alias VARCHAR(200) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT aliases_once UNIQUE (kode, alias)
);
INSERT INTO "aliases" VALUES(1,'31.01','kepseribu');
INSERT INTO "aliases" VALUES(2,'31.71','jakpus');
INSERT INTO "aliases" VALUES(3,'31.72','jakut');
INSERT INTO "aliases" VALUES(4,'31.73','jakbar');
INSERT INTO "aliases" VALUES(5,'31.74','jaksel');
INSERT INTO "aliases" VALUES(6,'31.75','jaktim');
INSERT INTO "aliases" VALUES(7,'35.76','mojokerto');
INSERT INTO "aliases" VALUES(8,'31.71.02.1002','Karanganyar');
INSERT INTO "aliases" VALUES(9,'31.71.02.1002','Karang Ayar');
INSERT INTO "aliases" VALUES(10,'31.71.03.1003','Harapan Mulya');
INSERT INTO "aliases" VALUES(11,'31.71.05.1003','Rawa Sari');
INSERT INTO "aliases" VALUES(12,'31.71.07.1002','Benhil');
INSERT INTO "aliases" VALUES(13,'31.72.02.1001','Tanjung Priuk');
INSERT INTO "aliases" VALUES(14,'31.72.02.1003','Papango');
INSERT INTO "aliases" VALUES(15,'31.72.06.1002','Pegangsaan II');
INSERT INTO "aliases" VALUES(16,'31.73.02.1007','Wijaya Kesuma');
INSERT INTO "aliases" VALUES(17,'31.73.04.1004','Tanah Sareal');
INSERT INTO "aliases" VALUES(18,'31.75.01.1004','Pal Meriam');
INSERT INTO "aliases" VALUES(19,'31.75.01.1004','Pal Meriem');
INSERT INTO "aliases" VALUES(20,'31.75.01.1004','Palmeriem');
INSERT INTO "aliases" VALUES(21,'31.75.03.1008','CBU');
INSERT INTO "aliases" VALUES(22,'31.75.03.1007','CBS');
INSERT INTO "aliases" VALUES(23,'31.75.04.1002','Kampung Tengah');
INSERT INTO "aliases" VALUES(24,'31.75.05.1002','Kampung Baru');
INSERT INTO "aliases" VALUES(25,'31.75.08.1001','Makassar');
INSERT INTO "aliases" VALUES(26,'31.75.08.1004','Halim Perdana Kusumah');
INSERT INTO "aliases" VALUES(27,'31.75.08.1004','Halim');
INSERT INTO "aliases" VALUES(28,'31.75.10.1003','Pondok Rangon');
INSERT INTO "aliases" VALUES(29,'31.71.01.1001','Gambir Kota');
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
INSERT INTO "areas" VALUES(1,'31.01.01.1001','Pulau Panggang','Kepulauan Seribu Utara','Kabupaten Administrasi Kepulauan Seribu','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(2,'31.01.01.1002','Pulau Kelapa','Kepulauan Seribu Utara','Kabupaten Administrasi Kepulauan Seribu','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(3,'31.01.01.1003','Pulau Harapan','Kepulauan Seribu Utara','Kabupaten Administrasi Kepulauan Seribu','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(4,'31.01.02.1001','Pulau Untung Jawa','Kepulauan Seribu Selatan','Kabupaten Administrasi Kepulauan Seribu','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(5,'31.01.02.1002','Pulau Tidung','Kepulauan Seribu Selatan','Kabupaten Administrasi Kepulauan Seribu','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(6,'31.01.02.1003','Pulau Pari','Kepulauan Seribu Selatan','Kabupaten Administrasi Kepulauan Seribu','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(7,'31.71.01.1001','Gambir','Gambir','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(8,'31.71.01.1002','Cideng','Gambir','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(9,'31.71.01.1003','Petojo Utara','Gambir','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(10,'31.71.01.1004','Petojo Selatan','Gambir','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(11,'31.71.01.1005','Kebon Kelapa','Gambir','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(12,'31.71.01.1006','Duri Pulo','Gambir','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(13,'31.71.02.1001','Pasar Baru','Sawah Besar','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(14,'31.71.02.1002','Karang Anyar','Sawah Besar','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(15,'31.71.02.1003','Kartini','Sawah Besar','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(16,'31.71.02.1004','Gunung Sahari Utara','Sawah Besar','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(17,'31.71.02.1005','Mangga Dua Selatan','Sawah Besar','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(18,'31.71.03.1001','Kemayoran','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(19,'31.71.03.1002','Kebon Kosong','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(20,'31.71.03.1003','Harapan Mulia','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(21,'31.71.03.1004','Serdang','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(22,'31.71.03.1005','Gunung Sahari Selatan','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(23,'31.71.03.1006','Cempaka Baru','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(24,'31.71.03.1007','Sumur Batu','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(25,'31.71.03.1008','Utan Panjang','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(26,'31.71.04.1001','Senen','Senen','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(27,'31.71.04.1002','Kenari','Senen','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(28,'31.71.04.1003','Paseban','Senen','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(29,'31.71.04.1004','Kramat','Senen','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(30,'31.71.04.1005','Kwitang','Senen','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(31,'31.71.04.1006','Bungur','Senen','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(32,'31.71.05.1001','Cempaka Putih Timur','Cempaka Putih','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(33,'31.71.05.1002','Cempaka Putih Barat','Cempaka Putih','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(34,'31.71.05.1003','Rawasari','Cempaka Putih','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(35,'31.71.06.1001','Menteng','Menteng','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(36,'31.71.06.1002','Pegangsaan','Menteng','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(37,'31.71.06.1003','Cikini','Menteng','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(38,'31.71.06.1004','Gondangdia','Menteng','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(39,'31.71.06.1005','Kebon Sirih','Menteng','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(40,'31.71.07.1001','Gelora','Tanah Abang','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(41,'31.71.07.1002','Bendungan Hilir','Tanah Abang','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(42,'31.71.07.1003','Karet Tengsin','Tanah Abang','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(43,'31.71.07.1004','Petamburan','Tanah Abang','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(44,'31.71.07.1005','Kebon Melati','Tanah Abang','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(45,'31.71.07.1006','Kebon Kacang','Tanah Abang','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(46,'31.71.07.1007','Kampung Bali','Tanah Abang','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(47,'31.71.08.1001','Johar Baru','Johar Baru','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(48,'31.71.08.1002','Kampung Rawa','Johar Baru','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(49,'31.71.08.1003','Galur','Johar Baru','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(50,'31.71.08.1004','Tanah Tinggi','Johar Baru','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(51,'31.72.01.1001','Penjaringan','Penjaringan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(52,'31.72.01.1002','Kamal Muara','Penjaringan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(53,'31.72.01.1003','Kapuk Muara','Penjaringan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(54,'31.72.01.1004','Pejagalan','Penjaringan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(55,'31.72.01.1005','Pluit','Penjaringan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(56,'31.72.02.1001','Tanjung Priok','Tanjung Priok','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(57,'31.72.02.1002','Sunter Jaya','Tanjung Priok','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(58,'31.72.02.1003','Papanggo','Tanjung Priok','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(59,'31.72.02.1004','Sungai Bambu','Tanjung Priok','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(60,'31.72.02.1005','Kebon Bawang','Tanjung Priok','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(61,'31.72.02.1006','Sunter Agung','Tanjung Priok','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(62,'31.72.02.1007','Warakas','Tanjung Priok','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(63,'31.72.03.1001','Koja','Koja','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(64,'31.72.03.1002','Tugu Utara','Koja','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(65,'31.72.03.1003','Lagoa','Koja','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(66,'31.72.03.1004','Rawa Badak Utara','Koja','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(67,'31.72.03.1005','Tugu Selatan','Koja','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(68,'31.72.03.1006','Rawa Badak Selatan','Koja','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(69,'31.72.04.1001','Cilincing','Cilincing','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(70,'31.72.04.1002','Sukapura','Cilincing','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(71,'31.72.04.1003','Marunda','Cilincing','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(72,'31.72.04.1004','Kalibaru','Cilincing','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(73,'31.72.04.1005','Semper Timur','Cilincing','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(74,'31.72.04.1006','Rorotan','Cilincing','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(75,'31.72.04.1007','Semper Barat','Cilincing','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(76,'31.72.05.1001','Pademangan Timur','Pademangan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(77,'31.72.05.1002','Pademangan Barat','Pademangan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(78,'31.72.05.1003','Ancol','Pademangan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(79,'31.72.06.1001','Kelapa Gading Timur','Kelapa Gading','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(80,'31.72.06.1002','Pegangsaan Dua','Kelapa Gading','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(81,'31.72.06.1003','Kelapa Gading Barat','Kelapa Gading','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(82,'31.73.01.1001','Cengkareng Barat','Cengkareng','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(83,'31.73.01.1002','Duri Kosambi','Cengkareng','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(84,'31.73.01.1003','Rawa Buaya','Cengkareng','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(85,'31.73.01.1004','Kedaung Kali Angke','Cengkareng','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(86,'31.73.01.1005','Kapuk','Cengkareng','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(87,'31.73.01.1006','Cengkareng Timur','Cengkareng','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(88,'31.73.02.1001','Grogol','Grogol Petamburan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(89,'31.73.02.1002','Tanjung Duren Utara','Grogol Petamburan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(90,'31.73.02.1003','Tomang','Grogol Petamburan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(91,'31.73.02.1004','Jelambar','Grogol Petamburan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(92,'31.73.02.1005','Tanjung Duren Selatan','Grogol Petamburan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(93,'31.73.02.1006','Jelambar Baru','Grogol Petamburan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(94,'31.73.02.1007','Wijaya Kusuma','Grogol Petamburan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(95,'31.73.03.1001','Taman Sari','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(96,'31.73.03.1002','Krukut','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(97,'31.73.03.1003','Maphar','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(98,'31.73.03.1004','Tangki','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(99,'31.73.03.1005','Mangga Besar','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(100,'31.73.03.1006','Keagungan','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(101,'31.73.03.1007','Glodok','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(102,'31.73.03.1008','Pinangsia','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(103,'31.73.04.1001','Tambora','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(104,'31.73.04.1002','Kali Anyar','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(105,'31.73.04.1003','Duri Utara','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(106,'31.73.04.1004','Tanah Sereal','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(107,'31.73.04.1005','Krendang','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(108,'31.73.04.1006','Jembatan Besi','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(109,'31.73.04.1007','Angke','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(110,'31.73.04.1008','Jembatan Lima','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(111,'31.73.04.1009','Pekojan','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(112,'31.73.04.1010','Roa Malaka','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(113,'31.73.04.1011','Duri Selatan','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(114,'31.73.05.1001','Kebon Jeruk','Kebon Jeruk','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(115,'31.73.05.1002','Sukabumi Utara','Kebon Jeruk','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(116,'31.73.05.1003','Sukabumi Selatan','Kebon Jeruk','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(117,'31.73.05.1004','Kelapa Dua','Kebon Jeruk','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(118,'31.73.05.1005','Duri Kepa','Kebon Jeruk','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(119,'31.73.05.1006','Kedoya Utara','Kebon Jeruk','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(120,'31.73.05.1007','Kedoya Selatan','Kebon Jeruk','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(121,'31.73.06.1001','Kalideres','Kalideres','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(122,'31.73.06.1002','Semanan','Kalideres','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(123,'31.73.06.1003','Tegal Alur','Kalideres','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(124,'31.73.06.1004','Kamal','Kalideres','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(125,'31.73.06.1005','Pegadungan','Kalideres','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(126,'31.73.07.1001','Palmerah','Pal Merah','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(127,'31.73.07.1002','Slipi','Pal Merah','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(128,'31.73.07.1003','Kota Bambu Utara','Pal Merah','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(129,'31.73.07.1004','Jatipulo','Pal Merah','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(130,'31.73.07.1005','Kemanggisan','Pal Merah','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(131,'31.73.07.1006','Kota Bambu Selatan','Pal Merah','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(132,'31.73.08.1001','Kembangan Utara','Kembangan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(133,'31.73.08.1002','Meruya Utara','Kembangan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(134,'31.73.08.1003','Meruya Selatan','Kembangan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(135,'31.73.08.1004','Srengseng','Kembangan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(136,'31.73.08.1005','Joglo','Kembangan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(137,'31.73.08.1006','Kembangan Selatan','Kembangan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(138,'31.74.01.1001','Tebet Timur','Tebet','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(139,'31.74.01.1002','Tebet Barat','Tebet','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(140,'31.74.01.1003','Menteng Dalam','Tebet','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(141,'31.74.01.1004','Kebon Baru','Tebet','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(142,'31.74.01.1005','Bukit Duri','Tebet','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(143,'31.74.01.1006','Manggarai Selatan','Tebet','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(144,'31.74.01.1007','Manggarai','Tebet','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(145,'31.74.02.1001','Setia Budi','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(146,'31.74.02.1002','Karet Semanggi','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(147,'31.74.02.1003','Karet Kuningan','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(148,'31.74.02.1004','Karet','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(149,'31.74.02.1005','Menteng Atas','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(150,'31.74.02.1006','Pasar Manggis','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(151,'31.74.02.1007','Guntur','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(152,'31.74.02.1008','Kuningan Timur','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(153,'31.74.03.1001','Mampang Prapatan','Mampang Prapatan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(154,'31.74.03.1002','Bangka','Mampang Prapatan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(155,'31.74.03.1003','Pela Mampang','Mampang Prapatan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(156,'31.74.03.1004','Tegal Parang','Mampang Prapatan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(157,'31.74.03.1005','Kuningan Barat','Mampang Prapatan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(158,'31.74.04.1001','Pasar Minggu','Pasar Minggu','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(159,'31.74.04.1002','Jati Padang','Pasar Minggu','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(160,'31.74.04.1003','Cilandak Timur','Pasar Minggu','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(161,'31.74.04.1004','Ragunan','Pasar Minggu','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(162,'31.74.04.1005','Pejaten Timur','Pasar Minggu','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(163,'31.74.04.1006','Pejaten Barat','Pasar Minggu','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(164,'31.74.04.1007','Kebagusan','Pasar Minggu','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(165,'31.74.05.1001','Kebayoran Lama Utara','Kebayoran Lama','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(166,'31.74.05.1002','Pondok Pinang','Kebayoran Lama','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(167,'31.74.05.1003','Cipulir','Kebayoran Lama','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(168,'31.74.05.1004','Grogol Utara','Kebayoran Lama','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(169,'31.74.05.1005','Grogol Selatan','Kebayoran Lama','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(170,'31.74.05.1006','Kebayoran Lama Selatan','Kebayoran Lama','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(171,'31.74.06.1001','Cilandak Barat','Cilandak','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(172,'31.74.06.1002','Lebak Bulus','Cilandak','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(173,'31.74.06.1003','Pondok Labu','Cilandak','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(174,'31.74.06.1004','Gandaria Selatan','Cilandak','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(175,'31.74.06.1005','Cipete Selatan','Cilandak','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(176,'31.74.07.1001','Melawai','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(177,'31.74.07.1002','Gunung','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(178,'31.74.07.1003','Kramat Pela','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(179,'31.74.07.1004','Selong','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(180,'31.74.07.1005','Rawa Barat','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(181,'31.74.07.1006','Senayan','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(182,'31.74.07.1007','Pulo','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(183,'31.74.07.1008','Petogogan','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(184,'31.74.07.1009','Gandaria Utara','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(185,'31.74.07.1010','Cipete Utara','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(186,'31.74.08.1001','Pancoran','Pancoran','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(187,'31.74.08.1002','Kalibata','Pancoran','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(188,'31.74.08.1003','Rawajati','Pancoran','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(189,'31.74.08.1004','Duren Tiga','Pancoran','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(190,'31.74.08.1005','Pengadegan','Pancoran','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(191,'31.74.08.1006','Cikoko','Pancoran','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(192,'31.74.09.1001','Jagakarsa','Jagakarsa','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(193,'31.74.09.1002','Srengseng Sawah','Jagakarsa','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(194,'31.74.09.1003','Ciganjur','Jagakarsa','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(195,'31.74.09.1004','Lenteng Agung','Jagakarsa','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(196,'31.74.09.1005','Tanjung Barat','Jagakarsa','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(197,'31.74.09.1006','Cipedak','Jagakarsa','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(198,'31.74.10.1001','Pesanggrahan','Pesanggrahan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(199,'31.74.10.1002','Bintaro','Pesanggrahan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(200,'31.74.10.1003','Petukangan Utara','Pesanggrahan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(201,'31.74.10.1004','Petukangan Selatan','Pesanggrahan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(202,'31.74.10.1005','Ulujami','Pesanggrahan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(203,'31.75.01.1001','Pisangan Baru','Matraman','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(204,'31.75.01.1002','Utan Kayu Utara','Matraman','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(205,'31.75.01.1003','Kayu Manis','Matraman','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(206,'31.75.01.1004','Palmeriam','Matraman','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(207,'31.75.01.1005','Kebon Manggis','Matraman','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(208,'31.75.01.1006','Utan Kayu Selatan','Matraman','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(209,'31.75.02.1001','Pulo Gadung','Pulogadung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(210,'31.75.02.1002','Pisangan Timur','Pulogadung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(211,'31.75.02.1003','Cipinang','Pulogadung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(212,'31.75.02.1004','Jatinegara Kaum','Pulogadung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(213,'31.75.02.1005','Rawamangun','Pulogadung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(214,'31.75.02.1006','Kayu Putih','Pulogadung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(215,'31.75.02.1007','Jati','Pulogadung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(216,'31.75.03.1001','Kampung Melayu','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(217,'31.75.03.1002','Bidara Cina','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(218,'31.75.03.1003','Bali Mester','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(219,'31.75.03.1004','Rawa Bunga','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(220,'31.75.03.1005','Cipinang Cempedak','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(221,'31.75.03.1006','Cipinang Muara','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(222,'31.75.03.1007','Cipinang Besar Selatan','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(223,'31.75.03.1008','Cipinang Besar Utara','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(224,'31.75.04.1001','Kramatjati','Kramatjati','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(225,'31.75.04.1002','Tengah','Kramatjati','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(226,'31.75.04.1003','Dukuh','Kramatjati','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(227,'31.75.04.1004','Batu Ampar','Kramatjati','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(228,'31.75.04.1005','Balekambang','Kramatjati','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(229,'31.75.04.1006','Cililitan','Kramatjati','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(230,'31.75.04.1007','Cawang','Kramatjati','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(231,'31.75.05.1001','Gedong','Pasar Rebo','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(232,'31.75.05.1002','Baru','Pasar Rebo','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(233,'31.75.05.1003','Cijantung','Pasar Rebo','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(234,'31.75.05.1004','Kalisari','Pasar Rebo','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(235,'31.75.05.1005','Pekayon','Pasar Rebo','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(236,'31.75.06.1001','Jatinegara','Cakung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(237,'31.75.06.1002','Rawa Terate','Cakung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(238,'31.75.06.1003','Penggilingan','Cakung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(239,'31.75.06.1004','Cakung Timur','Cakung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(240,'31.75.06.1005','Pulo Gebang','Cakung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(241,'31.75.06.1006','Ujung Menteng','Cakung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(242,'31.75.06.1007','Cakung Barat','Cakung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(243,'31.75.07.1001','Duren Sawit','Duren Sawit','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(244,'31.75.07.1002','Pondok Bambu','Duren Sawit','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(245,'31.75.07.1003','Klender','Duren Sawit','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(246,'31.75.07.1004','Pondok Kelapa','Duren Sawit','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(247,'31.75.07.1005','Malaka Sari','Duren Sawit','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(248,'31.75.07.1006','Malaka Jaya','Duren Sawit','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(249,'31.75.07.1007','Pondok Kopi','Duren Sawit','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(250,'31.75.08.1001','Makasar','Makasar','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(251,'31.75.08.1002','Pinangranti','Makasar','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(252,'31.75.08.1003','Kebon Pala','Makasar','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(253,'31.75.08.1004','Halim Perdana Kusuma','Makasar','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(254,'31.75.08.1005','Cipinang Melayu','Makasar','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(255,'31.75.09.1001','Ciracas','Ciracas','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(256,'31.75.09.1002','Cibubur','Ciracas','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(257,'31.75.09.1003','Kelapa Dua Wetan','Ciracas','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(258,'31.75.09.1004','Susukan','Ciracas','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(259,'31.75.09.1005','Rambutan','Ciracas','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(260,'31.75.10.1001','Cipayung','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(261,'31.75.10.1002','Cilangkap','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(262,'31.75.10.1003','Pondok Ranggon','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(263,'31.75.10.1004','Munjul','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(264,'31.75.10.1005','Setu','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(265,'31.75.10.1006','Bambu Apus','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(266,'31.75.10.1007','Lubang Buaya','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(267,'31.75.10.1008','Ceger','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta',NULL);
INSERT INTO "areas" VALUES(268,'35.76.01.1003','Mentikan','Prajuritkulon','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(269,'35.76.01.1004','Kauman','Prajuritkulon','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(270,'35.76.01.1005','Pulorejo','Prajuritkulon','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(271,'35.76.01.1006','Prajuritkulon','Prajuritkulon','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(272,'35.76.01.1007','Surodinawan','Prajuritkulon','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(273,'35.76.01.1008','Blooto','Prajuritkulon','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(274,'35.76.02.1001','Gununggedangan','Magersari','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(275,'35.76.02.1003','Magersari','Magersari','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(276,'35.76.02.1004','Gedongan','Magersari','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(277,'35.76.02.1008','Balongsari','Magersari','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(278,'35.76.02.1009','Kedundung','Magersari','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(279,'35.76.02.1010','Wates','Magersari','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(280,'35.76.03.1001','Kranggan','Kranggan','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(281,'35.76.03.1002','Miji','Kranggan','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(282,'35.76.03.1003','Meri','Kranggan','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(283,'35.76.03.1004','Jagalan','Kranggan','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(284,'35.76.03.1005','Sentanan','Kranggan','Kota Mojokerto','Jawa Timur',NULL);
INSERT INTO "areas" VALUES(285,'35.76.03.1006','Purwotengah','Kranggan','Kota Mojokerto','Jawa Timur',NULL);
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
INSERT INTO "attendances" VALUES(1,1,7,NULL,NULL);
INSERT INTO "attendances" VALUES(2,1,8,NULL,NULL);
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
INSERT INTO "contacts" VALUES(7,'Nama Lain','0811000222','2026-11-22','2026-11-22');
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
INSERT INTO "cooperatives" VALUES(7,NULL,NULL,'ya',NULL,NULL,'sembako;klinik','Bulog',NULL,NULL,NULL,NULL,2025);
INSERT INTO "cooperatives" VALUES(8,NULL,'bubar 2026-09-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "cooperatives" VALUES(9,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "cooperatives" VALUES(10,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "cooperatives" VALUES(11,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'dari lembar',NULL,NULL,NULL,NULL);
INSERT INTO "cooperatives" VALUES(12,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "events" VALUES(1,1,'koperasi',7,'2026-11-22',0,0,'[["terdaftar",null,"ya"]]');
INSERT INTO "events" VALUES(2,1,'koperasi',8,'2026-11-22',0,0,'[["terdaftar",null,"ya"]]');
INSERT INTO "events" VALUES(3,1,'koperasi',9,'2026-11-22',0,0,'[["terdaftar",null,"ya"]]');
INSERT INTO "events" VALUES(4,1,'koperasi',10,'2026-11-22',0,0,'[["terdaftar",null,"ya"]]');
INSERT INTO "events" VALUES(5,1,'koperasi',11,'2026-11-22',0,0,'[["terdaftar",null,"ya"]]');
INSERT INTO "events" VALUES(6,1,'koperasi',12,'2026-11-22',0,0,'[["terdaftar",null,"ya"]]');
INSERT INTO "events" VALUES(7,2,'koperasi',7,'2025-10-31',0,0,'[["ketua",null,"#d20b24201489fe20fdc653f71a159e2ad3e4bfb59f086d2760576a66994330e0"],["telepon",null,"#03ac1572977ead68ced741731894da456476e7f670f60b52cae5cf21de5b18b7"],["anggota",null,"120"],["unit_usaha",null,"sembako;klinik"],["mitra",null,"Bulog"],["musyawarah",null,"2025-05-31"],["sk_kemenkop",null,"2025-06-20"],["sk_kemenkop_nomor",null,"AHU-0001234.AH.01.29.TAHUN 2025"],["nib",null,"sudah"],["nib_nomor",null,"0123456789012"]]');
INSERT INTO "events" VALUES(8,3,'koperasi',8,'2025-10-31',0,0,'[["gerai",null,"sudah"],["usaha",null,"2025-08"]]');
INSERT INTO "events" VALUES(9,4,'koperasi',8,'2026-02-01',0,0,'[["usaha","2025-08","berhenti 2026-01-10"]]');
INSERT INTO "events" VALUES(10,5,'koperasi',12,'2026-03-01',0,0,'[["usaha",null,"terkendala"],["usaha_rencana",null,"2026-12-01"],["usaha_kendala",null,"modal: kurang 20 juta"]]');
INSERT INTO "events" VALUES(11,6,'koperasi',9,'2026-11-22',0,0,'[["rat_2025",null,"2026-02-14"]]');
INSERT INTO "events" VALUES(12,7,'koperasi',7,'2026-11-22',0,0,'[["percontohan",null,"ya"],["ketua","#d20b24201489fe20fdc653f71a159e2ad3e4bfb59f086d2760576a66994330e0","#bfdca790fb3f5a6e0ebee8f63f9ae87b449b2a6dd822f630133159a4ad26dcf9"]]');
INSERT INTO "events" VALUES(13,8,'koperasi',7,'2026-11-22',0,0,'[["anggota","120",null]]');
INSERT INTO "events" VALUES(14,9,'koperasi',8,'2026-11-22',0,0,'[["status",null,"bubar 2026-09-01"]]');
INSERT INTO "events" VALUES(15,10,'koperasi',11,'2026-11-22',0,0,'[["npwp",null,"proses"]]');
INSERT INTO "events" VALUES(16,13,'koperasi',11,'2026-03-09',0,2,'[["rekening",null,"sudah"],["rekening_nomor",null,"012301004567"],["rekening_bank",null,"BRI"],["catatan",null,"dari lembar"]]');
INSERT INTO "events" VALUES(17,13,'koperasi',10,'2026-03-09',0,3,'[["rekening",null,"belum"]]');
INSERT INTO "events" VALUES(18,14,'pelatihan',1,'2026-11-22',0,0,'[["*",null,"{\"judul\": \"Pelatihan dasar\", \"mulai\": \"2025-09-08\", \"peserta\": 62, \"kota\": \"31.71\"}"]]');
INSERT INTO "events" VALUES(19,15,'hadir',1,'2026-11-22',0,0,'[["*",null,"{\"pelatihan\": 1, \"cooperative_id\": 7}"]]');
INSERT INTO "events" VALUES(20,15,'hadir',2,'2026-11-22',0,0,'[["*",null,"{\"pelatihan\": 1, \"cooperative_id\": 8}"]]');
INSERT INTO "events" VALUES(21,16,'target',1,'2026-11-22',0,0,'[["*",null,"{\"milestone\": \"rat\", \"batas\": \"2026-03-31\", \"kota\": \"31.71\", \"tahun_buku\": 2025, \"ditetapkan\": \"2026-11-22\"}"]]');
INSERT INTO "events" VALUES(22,17,'angka',1,'2026-11-22',0,0,'[["*",null,"{\"indikator\": \"beroperasi\", \"nilai\": \"3\", \"kota\": \"31.71\", \"per\": \"2026-03-10\", \"sumber\": \"Contoh\"}"]]');
INSERT INTO "events" VALUES(23,18,'tindak_lanjut',1,'2026-11-22',0,0,'[["*",null,"{\"uraian\": \"Dampingi\", \"penanggung_jawab\": \"Sudin PPKUKM\", \"batas\": \"2026-12-31\", \"kota\": \"31.71\", \"koperasi\": \"10\"}"]]');
INSERT INTO "events" VALUES(24,19,'alias',29,'2026-11-22',0,0,'[["*",null,"{\"kode\": \"31.71.01.1001\", \"alias\": \"Gambir Kota\"}"]]');
INSERT INTO "events" VALUES(25,20,'koperasi',7,'2026-11-22',0,0,'[["telepon","#03ac1572977ead68ced741731894da456476e7f670f60b52cae5cf21de5b18b7","#7b16a8a34002ca478919a9594b1cd653351d9b7b85c0bf86b13daf347da60b5f"]]');
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
INSERT INTO "field_values" VALUES(7,'anggota','2025-10-31','2026-11-22','120',NULL);
INSERT INTO "field_values" VALUES(7,'anggota','2026-11-22',NULL,NULL,'2026-11-22');
INSERT INTO "field_values" VALUES(7,'mitra','2025-10-31',NULL,'Bulog','2025-10-31');
INSERT INTO "field_values" VALUES(7,'percontohan','2026-11-22',NULL,'ya','2026-11-22');
INSERT INTO "field_values" VALUES(7,'unit_usaha','2025-10-31',NULL,'sembako;klinik','2025-10-31');
INSERT INTO "field_values" VALUES(8,'status','2026-09-01',NULL,'bubar 2026-09-01','2026-11-22');
INSERT INTO "field_values" VALUES(11,'catatan','2026-03-09',NULL,'dari lembar','2026-03-09');
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
INSERT INTO "figures" VALUES(1,'beroperasi','3','31.71','2026-03-10','Contoh',NULL);
CREATE TABLE fingerprints (
    cooperative_id INTEGER NOT NULL,
    sidik BLOB NOT NULL,
    PRIMARY KEY (cooperative_id),
    FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
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
INSERT INTO "followups" VALUES(1,'Dampingi','Sudin PPKUKM','2026-12-31','31.71','10',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE imported_files (
    id INTEGER NOT NULL,
    sidik VARCHAR(64) NOT NULL,
    nama VARCHAR(200) NOT NULL,
    PRIMARY KEY (id)
);
CREATE TABLE file_answers (
    id INTEGER NOT NULL,
    berkas INTEGER NOT NULL,
    pilihan VARCHAR(20) NOT NULL,
    nilai VARCHAR(2000) NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(berkas) REFERENCES imported_files (id)
);
CREATE TABLE headings (
    id INTEGER NOT NULL,
    judul VARCHAR(200) NOT NULL,
    isian VARCHAR(60) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT headings_once UNIQUE (judul)
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
INSERT INTO "milestones" VALUES(7,'musyawarah','2025-05-31',NULL,'sudah','2025-05-31',NULL,NULL,'',NULL,NULL,'2025-10-31',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "milestones" VALUES(7,'nib','2025-10-31',NULL,'sudah',NULL,NULL,'0123456789012','',NULL,NULL,'2025-10-31',NULL,'2025-10-31',NULL,NULL,NULL);
INSERT INTO "milestones" VALUES(7,'sk_kemenkop','2025-06-20','2025-10-31','sudah','2025-06-20',NULL,NULL,'',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "milestones" VALUES(7,'sk_kemenkop','2025-10-31',NULL,'sudah','2025-06-20',NULL,'AHU-0001234.AH.01.29.TAHUN 2025','',NULL,NULL,'2025-10-31',NULL,'2025-10-31',NULL,NULL,NULL);
INSERT INTO "milestones" VALUES(8,'gerai','2025-10-31',NULL,'sudah',NULL,NULL,NULL,'',NULL,NULL,'2025-10-31',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "milestones" VALUES(8,'usaha','2025-08-31','2026-01-10','sudah','2025-08',NULL,NULL,'',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "milestones" VALUES(8,'usaha','2026-01-10',NULL,'berhenti','2026-01-10','2025-08',NULL,'',NULL,NULL,'2026-02-01',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "milestones" VALUES(9,'rat_2025','2026-02-14',NULL,'sudah','2026-02-14',NULL,NULL,'',NULL,NULL,'2026-11-22',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "milestones" VALUES(10,'rekening','2026-03-09',NULL,'belum',NULL,NULL,NULL,'',NULL,NULL,'2026-03-09',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "milestones" VALUES(11,'npwp','2026-11-22',NULL,'proses',NULL,NULL,NULL,'',NULL,NULL,'2026-11-22',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "milestones" VALUES(11,'rekening','2026-03-09',NULL,'sudah',NULL,NULL,'012301004567','BRI',NULL,NULL,'2026-03-09',NULL,'2026-03-09','2026-03-09',NULL,NULL);
INSERT INTO "milestones" VALUES(12,'usaha','2026-03-01',NULL,'terkendala',NULL,NULL,NULL,'','modal: kurang 20 juta','2026-12-01','2026-03-01',NULL,NULL,NULL,'2026-03-01','2026-03-01');
CREATE TABLE personal_values (
    intisari VARCHAR(80) NOT NULL,
    cooperative_id INTEGER NOT NULL,
    garam VARCHAR(32) NOT NULL,
    nilai VARCHAR(200) NOT NULL,
    PRIMARY KEY (intisari)
);
INSERT INTO "personal_values" VALUES('#03ac1572977ead68ced741731894da456476e7f670f60b52cae5cf21de5b18b7',7,'4a8519ac663af4ff3fb9c171aa5cab76','0811000111');
INSERT INTO "personal_values" VALUES('#7b16a8a34002ca478919a9594b1cd653351d9b7b85c0bf86b13daf347da60b5f',7,'e15109798f1faf3227cf78c889d5e2ae','0811000222');
INSERT INTO "personal_values" VALUES('#bfdca790fb3f5a6e0ebee8f63f9ae87b449b2a6dd822f630133159a4ad26dcf9',7,'83843450b06403c33127a9c3df29c64d','Nama Lain');
INSERT INTO "personal_values" VALUES('#d20b24201489fe20fdc653f71a159e2ad3e4bfb59f086d2760576a66994330e0',7,'554b012ae65dd0dd87c7de31f0e2676f','Nama Contoh');
CREATE TABLE register (
    nomor INTEGER NOT NULL,
    id VARCHAR(36) NOT NULL,
    dibuat VARCHAR(27) NOT NULL,
    PRIMARY KEY (nomor),
    CONSTRAINT register_once CHECK (nomor = 1)
);
INSERT INTO "register" VALUES(1,'13eabbd2-f705-40b4-ac35-778fad5b837c','2026-11-29T01:38:59.321049Z');
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
INSERT INTO "runs" VALUES(1,'2026-11-22T00:42:29.060213Z','Petugas Uji',NULL,'kkmp add --kota jakpus --kecamatan Gambir --all --yes',NULL,'[]',NULL,NULL,6,'0000000000000000000000000000000000000000000000000000000000000000','4724437335cc110918fff67ad34ecac22f5cf086ace325c437de706bbf324c9b');
INSERT INTO "runs" VALUES(2,'2026-11-22T00:42:30.615547Z','Petugas Uji',NULL,'kkmp update Gambir --musyawarah 2025-05-31 --sk 2025-06-20 --sk-kemenkop-nomor "AHU-0001234.AH.01.29.TAHUN 2025" --nib-nomor 0123456789012 --per 2025-10-31 --ketua … --telepon … --anggota 120 --unit-usaha sembako,klinik --mitra Bulog',NULL,'[]',NULL,NULL,10,'4724437335cc110918fff67ad34ecac22f5cf086ace325c437de706bbf324c9b','95755412070ce9bd2bcfeb7c405e40f3dc24a39818af36e76c4b77a2aec53419');
INSERT INTO "runs" VALUES(3,'2026-11-22T00:42:31.867656Z','Petugas Uji',NULL,'kkmp update Cideng --usaha 2025-08 --gerai sudah --per 2025-10-31',NULL,'[]',NULL,NULL,2,'95755412070ce9bd2bcfeb7c405e40f3dc24a39818af36e76c4b77a2aec53419','ae31c76df1eddb527d8f1071528d3a4704ced2b71c1dcea7122672cb6a044e17');
INSERT INTO "runs" VALUES(4,'2026-11-22T00:42:32.605984Z','Petugas Uji',NULL,'kkmp update Cideng --usaha "berhenti 10 Januari 2026" --per 2026-02-01',NULL,'[]',NULL,NULL,1,'ae31c76df1eddb527d8f1071528d3a4704ced2b71c1dcea7122672cb6a044e17','c36974dc01ab205180d37277589bbf45791fb93cb3694d2613e1630abfffcaa6');
INSERT INTO "runs" VALUES(5,'2026-11-22T00:42:33.179009Z','Petugas Uji',NULL,'kkmp update "Duri Pulo" --usaha terkendala --usaha-kendala "modal: kurang 20 juta" --usaha-rencana 2026-12-01 --per 2026-03-01',NULL,'[]',NULL,NULL,3,'c36974dc01ab205180d37277589bbf45791fb93cb3694d2613e1630abfffcaa6','27125ef02a038a82d9cb6962a84f171d6ae0d01403cc2e7facfb1cb27a206c66');
INSERT INTO "runs" VALUES(6,'2026-11-22T00:42:33.795273Z','Petugas Uji',NULL,'kkmp update "Petojo Utara" --rat 2026-02-14 --tahun-buku 2025',NULL,'[]',NULL,NULL,1,'27125ef02a038a82d9cb6962a84f171d6ae0d01403cc2e7facfb1cb27a206c66','34a5ee0c8858fcc259803d7577d87add14bfc512ae4a1ab714d2c3f7f9f30c38');
INSERT INTO "runs" VALUES(7,'2026-11-22T00:42:34.354827Z','Petugas Uji',NULL,'kkmp update Gambir --ketua … --percontohan ya',NULL,'[]',NULL,NULL,2,'34a5ee0c8858fcc259803d7577d87add14bfc512ae4a1ab714d2c3f7f9f30c38','75bc42201a21340dcdf850b740965c3e0fb4e2fad0495f670fbf130322e109f1');
INSERT INTO "runs" VALUES(8,'2026-11-22T00:42:35.167045Z','Petugas Uji',NULL,'kkmp update Gambir --kosongkan anggota --alasan "salah hitung"','salah hitung','[]',NULL,NULL,1,'75bc42201a21340dcdf850b740965c3e0fb4e2fad0495f670fbf130322e109f1','ce9fbea337fa953d02dc66cd803d55950c6f91bdbfff3f486851cf53c4326f42');
INSERT INTO "runs" VALUES(9,'2026-11-22T00:42:35.931700Z','Petugas Uji',NULL,'kkmp update Cideng --status "bubar 2026-09-01"',NULL,'[]',NULL,NULL,1,'ce9fbea337fa953d02dc66cd803d55950c6f91bdbfff3f486851cf53c4326f42','293bada5c5737d6cb2d172383ebb1941aa8687b3da8b60cfdf8f890b53f1509e');
INSERT INTO "runs" VALUES(10,'2026-11-22T00:42:36.686392Z','Petugas Uji',NULL,'kkmp update "Kebon Kelapa" --npwp proses',NULL,'[]',NULL,NULL,1,'293bada5c5737d6cb2d172383ebb1941aa8687b3da8b60cfdf8f890b53f1509e','0f278a24e486d74d441c50465c47e8dbeb2694f29eb55a2615d93b141ca2ebd6');
INSERT INTO "runs" VALUES(11,'2026-11-22T00:42:37.459794Z','Petugas Uji',NULL,'kkmp undo',NULL,'[]',10,NULL,0,'0f278a24e486d74d441c50465c47e8dbeb2694f29eb55a2615d93b141ca2ebd6','b4d954a1c644125c75466971d14507ec7c3576a0a15172e24a9bc1cf6f96b306');
INSERT INTO "runs" VALUES(12,'2026-11-22T00:42:38.124090Z','Petugas Uji',NULL,'kkmp undo 11',NULL,'[]',11,NULL,0,'b4d954a1c644125c75466971d14507ec7c3576a0a15172e24a9bc1cf6f96b306','5177651dd1c85c389c7f5075e8142d7ebc9ebf0f423e3b02d3432b002b153329');
INSERT INTO "runs" VALUES(13,'2026-11-22T00:42:38.839631Z','Petugas Uji',NULL,'kkmp import isian.csv --kota jakpus --per 2026-03-09 --yes',NULL,'["isian.csv"]',NULL,NULL,5,'5177651dd1c85c389c7f5075e8142d7ebc9ebf0f423e3b02d3432b002b153329','6a335fce42c9d20a145c90409cf58a23d120244190252ed0afb00a63a2083e6c');
INSERT INTO "runs" VALUES(14,'2026-11-22T00:42:39.405283Z','Petugas Uji',NULL,'kkmp training add "Pelatihan dasar" --kota jakpus --mulai 2025-09-08 --peserta 62',NULL,'[]',NULL,NULL,1,'6a335fce42c9d20a145c90409cf58a23d120244190252ed0afb00a63a2083e6c','4c5d28375ef2fc63cb5fbbb43413744cab874e9de04ffd0626c8c21fe6a04291');
INSERT INTO "runs" VALUES(15,'2026-11-22T00:42:40.084739Z','Petugas Uji',NULL,'kkmp training attend 1 Gambir Cideng',NULL,'[]',NULL,NULL,2,'4c5d28375ef2fc63cb5fbbb43413744cab874e9de04ffd0626c8c21fe6a04291','c9b661caff3bcdb3ea4add085adfaa8c97280e777278f9f57fc0412af2d20fdb');
INSERT INTO "runs" VALUES(16,'2026-11-22T00:42:40.779989Z','Petugas Uji',NULL,'kkmp target set rat 2026-03-31 --tahun-buku 2025 --kota jakpus',NULL,'[]',NULL,NULL,1,'c9b661caff3bcdb3ea4add085adfaa8c97280e777278f9f57fc0412af2d20fdb','91356ab419a5e980e6e14c3cbcf5dc8cb32e79ed4810d8731f3a00465896da7e');
INSERT INTO "runs" VALUES(17,'2026-11-22T00:42:41.478015Z','Petugas Uji',NULL,'kkmp figure add beroperasi 3 --kota jakpus --per 2026-03-10 --sumber Contoh',NULL,'[]',NULL,NULL,1,'91356ab419a5e980e6e14c3cbcf5dc8cb32e79ed4810d8731f3a00465896da7e','d68a9421272fb9f35eee9e99aa4c48a26510a93472e9897ddad62b709f27ab58');
INSERT INTO "runs" VALUES(18,'2026-11-22T00:42:42.081328Z','Petugas Uji',NULL,'kkmp followup add Dampingi --kota jakpus --belum rekening --penanggung-jawab "Sudin PPKUKM" --batas 2026-12-31',NULL,'[]',NULL,NULL,1,'d68a9421272fb9f35eee9e99aa4c48a26510a93472e9897ddad62b709f27ab58','35abaa1623bfc29b580709abb8a068e703c133fa27bbcda0e9d8ba99686694bd');
INSERT INTO "runs" VALUES(19,'2026-11-22T00:42:42.552894Z','Petugas Uji',NULL,'kkmp area alias "Gambir Kota" 31.71.01.1001',NULL,'[]',NULL,NULL,1,'35abaa1623bfc29b580709abb8a068e703c133fa27bbcda0e9d8ba99686694bd','e135618fbcedb8e9d5149652800cae3e708d90509036364cec3bd2ad47ddd97a');
INSERT INTO "runs" VALUES(20,'2026-11-22T00:42:43.757790Z','Petugas Uji',NULL,'kkmp update Gambir --telepon …',NULL,'[]',NULL,NULL,1,'e135618fbcedb8e9d5149652800cae3e708d90509036364cec3bd2ad47ddd97a','0c0800ba1245398bcc154cc8954f90cc84cf177644f645a21eac9c5764e0d2f9');
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
INSERT INTO "targets" VALUES(1,'rat','2026-03-31','31.71',2025,NULL,NULL,'2026-11-22');
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
INSERT INTO "trainings" VALUES(1,'Pelatihan dasar','31.71','2025-09-08',NULL,NULL,NULL,NULL,62,NULL);
CREATE INDEX areas_name ON areas (kelurahan, kode);
CREATE INDEX runs_undone ON runs (membatalkan)
    WHERE membatalkan IS NOT NULL;
CREATE INDEX events_run ON events (run);
CREATE INDEX events_subject ON events (subjek);
CREATE INDEX imported_files_content ON imported_files (sidik);
CREATE INDEX file_answers_file ON file_answers (berkas);
CREATE INDEX personal_values_owner ON personal_values (cooperative_id);
CREATE UNIQUE INDEX milestones_number ON milestones (milestone, nomor, bank)
    WHERE nomor IS NOT NULL AND sampai IS NULL;
CREATE VIEW v_koperasi AS SELECT c.id, a.kode, a.kelurahan, substr(a.kode, 1, 8) AS kecamatan_kode, a.kecamatan, substr(a.kode, 1, 5) AS kota_kode, a.kota, a.provinsi, c.nama, coalesce(c.status, 'aktif') AS status, coalesce(c.percontohan, 'tidak') AS percontohan, c.nik_koperasi, c.anggota, c.unit_usaha, c.mitra, c.catatan, c.gerai_jenis, c.lintang, c.bujur, c.berdiri FROM cooperatives c JOIN areas a ON a.id = c.id;
CREATE VIEW v_milestone AS SELECT a.kode, m.milestone, m.dari, m.sampai, m.keadaan, m.tanggal, m.mulai, m.nomor, m.bank, m.kendala, m.rencana, m.per FROM milestones m JOIN areas a ON a.id = m.cooperative_id;
CREATE VIEW v_isian AS SELECT a.kode, v.bidang, v.dari, v.sampai, v.nilai, v.per FROM field_values v JOIN areas a ON a.id = v.cooperative_id;
CREATE VIEW v_bidang AS SELECT kunci AS bidang, label, jenis, arti, pilihan, pilihan_pensiun, judul, coalesce(pensiun, 'tidak') AS pensiun, paket FROM fields;
CREATE VIEW v_keadaan AS SELECT kode, milestone, keadaan, tanggal, min(dari) AS dari, CASE WHEN count(*) = count(sampai) THEN max(sampai) END AS sampai FROM (SELECT a.kode, m.milestone, m.keadaan, m.tanggal, m.dari, m.sampai, row_number() OVER (PARTITION BY m.cooperative_id, m.milestone ORDER BY m.dari) - row_number() OVER (PARTITION BY m.cooperative_id, m.milestone, m.keadaan, m.tanggal ORDER BY m.dari) AS island FROM milestones m JOIN areas a ON a.id = m.cooperative_id) s WHERE keadaan IS NOT NULL GROUP BY kode, milestone, keadaan, tanggal, island;
CREATE VIEW v_kendala AS SELECT kode, milestone, kendala, min(dari) AS dari, CASE WHEN count(*) = count(sampai) THEN max(sampai) END AS sampai FROM (SELECT a.kode, m.milestone, m.kendala, m.dari, m.sampai, row_number() OVER (PARTITION BY m.cooperative_id, m.milestone ORDER BY m.dari) - row_number() OVER (PARTITION BY m.cooperative_id, m.milestone, m.kendala ORDER BY m.dari) AS island FROM milestones m JOIN areas a ON a.id = m.cooperative_id) s WHERE kendala IS NOT NULL GROUP BY kode, milestone, kendala, island;
CREATE VIEW v_rencana AS SELECT kode, milestone, rencana, min(dari) AS dari, CASE WHEN count(*) = count(sampai) THEN max(sampai) END AS sampai FROM (SELECT a.kode, m.milestone, m.rencana, m.dari, m.sampai, row_number() OVER (PARTITION BY m.cooperative_id, m.milestone ORDER BY m.dari) - row_number() OVER (PARTITION BY m.cooperative_id, m.milestone, m.rencana ORDER BY m.dari) AS island FROM milestones m JOIN areas a ON a.id = m.cooperative_id) s WHERE rencana IS NOT NULL GROUP BY kode, milestone, rencana, island;
CREATE VIEW v_nomor AS SELECT a.kode, m.milestone, m.nomor, m.bank FROM milestones m JOIN areas a ON a.id = m.cooperative_id WHERE m.sampai IS NULL AND (m.nomor IS NOT NULL OR m.bank <> '');
CREATE VIEW v_pelatihan AS SELECT t.id, t.judul, t.kota, t.mulai, t.selesai, t.peserta, a.kode, h.pengurus, h.pengawas FROM trainings t LEFT JOIN attendances h ON h.pelatihan = t.id LEFT JOIN areas a ON a.id = h.cooperative_id;
CREATE VIEW v_riwayat AS SELECT r.id AS run, r.waktu, r.petugas, r.perintah, r.alasan, r.membatalkan, e.entitas, e.subjek, a.kode, (SELECT atom FROM json_each(i.value) WHERE key = 0) AS bidang, (SELECT atom FROM json_each(i.value) WHERE key = 1) AS lama, (SELECT atom FROM json_each(i.value) WHERE key = 2) AS baru, coalesce((SELECT atom FROM json_each(i.value) WHERE key = 3), e.per) AS per, e.baris FROM runs r LEFT JOIN (events e JOIN json_each(e.isi) i) ON e.run = r.id LEFT JOIN areas a ON a.id = e.subjek AND e.entitas IN ('koperasi', 'wilayah');
CREATE TRIGGER runs_no_update BEFORE UPDATE ON runs BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END;
CREATE TRIGGER runs_no_delete BEFORE DELETE ON runs BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END;
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END;
COMMIT;
