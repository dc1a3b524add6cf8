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
	PRIMARY KEY (id), 
	CONSTRAINT areas_shape CHECK (length(kode) = 13 AND length(kelurahan) BETWEEN 1 AND 200), 
	UNIQUE (kode)
);
INSERT INTO "areas" VALUES(1,'31.01.01.1001','Pulau Panggang','Kepulauan Seribu Utara','Kabupaten Administrasi Kepulauan Seribu','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(2,'31.01.01.1002','Pulau Kelapa','Kepulauan Seribu Utara','Kabupaten Administrasi Kepulauan Seribu','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(3,'31.01.01.1003','Pulau Harapan','Kepulauan Seribu Utara','Kabupaten Administrasi Kepulauan Seribu','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(4,'31.01.02.1001','Pulau Untung Jawa','Kepulauan Seribu Selatan','Kabupaten Administrasi Kepulauan Seribu','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(5,'31.01.02.1002','Pulau Tidung','Kepulauan Seribu Selatan','Kabupaten Administrasi Kepulauan Seribu','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(6,'31.01.02.1003','Pulau Pari','Kepulauan Seribu Selatan','Kabupaten Administrasi Kepulauan Seribu','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(7,'31.71.01.1001','Gambir','Gambir','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(8,'31.71.01.1002','Cideng','Gambir','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(9,'31.71.01.1003','Petojo Utara','Gambir','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(10,'31.71.01.1004','Petojo Selatan','Gambir','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(11,'31.71.01.1005','Kebon Kelapa','Gambir','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(12,'31.71.01.1006','Duri Pulo','Gambir','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(13,'31.71.02.1001','Pasar Baru','Sawah Besar','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(14,'31.71.02.1002','Karang Anyar','Sawah Besar','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(15,'31.71.02.1003','Kartini','Sawah Besar','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(16,'31.71.02.1004','Gunung Sahari Utara','Sawah Besar','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(17,'31.71.02.1005','Mangga Dua Selatan','Sawah Besar','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(18,'31.71.03.1001','Kemayoran','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(19,'31.71.03.1002','Kebon Kosong','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(20,'31.71.03.1003','Harapan Mulia','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(21,'31.71.03.1004','Serdang','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(22,'31.71.03.1005','Gunung Sahari Selatan','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(23,'31.71.03.1006','Cempaka Baru','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(24,'31.71.03.1007','Sumur Batu','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(25,'31.71.03.1008','Utan Panjang','Kemayoran','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(26,'31.71.04.1001','Senen','Senen','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(27,'31.71.04.1002','Kenari','Senen','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(28,'31.71.04.1003','Paseban','Senen','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(29,'31.71.04.1004','Kramat','Senen','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(30,'31.71.04.1005','Kwitang','Senen','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(31,'31.71.04.1006','Bungur','Senen','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(32,'31.71.05.1001','Cempaka Putih Timur','Cempaka Putih','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(33,'31.71.05.1002','Cempaka Putih Barat','Cempaka Putih','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(34,'31.71.05.1003','Rawasari','Cempaka Putih','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(35,'31.71.06.1001','Menteng','Menteng','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(36,'31.71.06.1002','Pegangsaan','Menteng','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(37,'31.71.06.1003','Cikini','Menteng','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(38,'31.71.06.1004','Gondangdia','Menteng','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(39,'31.71.06.1005','Kebon Sirih','Menteng','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(40,'31.71.07.1001','Gelora','Tanah Abang','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(41,'31.71.07.1002','Bendungan Hilir','Tanah Abang','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(42,'31.71.07.1003','Karet Tengsin','Tanah Abang','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(43,'31.71.07.1004','Petamburan','Tanah Abang','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(44,'31.71.07.1005','Kebon Melati','Tanah Abang','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(45,'31.71.07.1006','Kebon Kacang','Tanah Abang','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(46,'31.71.07.1007','Kampung Bali','Tanah Abang','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(47,'31.71.08.1001','Johar Baru','Johar Baru','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(48,'31.71.08.1002','Kampung Rawa','Johar Baru','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(49,'31.71.08.1003','Galur','Johar Baru','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(50,'31.71.08.1004','Tanah Tinggi','Johar Baru','Kota Administrasi Jakarta Pusat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(51,'31.72.01.1001','Penjaringan','Penjaringan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(52,'31.72.01.1002','Kamal Muara','Penjaringan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(53,'31.72.01.1003','Kapuk Muara','Penjaringan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(54,'31.72.01.1004','Pejagalan','Penjaringan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(55,'31.72.01.1005','Pluit','Penjaringan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(56,'31.72.02.1001','Tanjung Priok','Tanjung Priok','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(57,'31.72.02.1002','Sunter Jaya','Tanjung Priok','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(58,'31.72.02.1003','Papanggo','Tanjung Priok','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(59,'31.72.02.1004','Sungai Bambu','Tanjung Priok','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(60,'31.72.02.1005','Kebon Bawang','Tanjung Priok','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(61,'31.72.02.1006','Sunter Agung','Tanjung Priok','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(62,'31.72.02.1007','Warakas','Tanjung Priok','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(63,'31.72.03.1001','Koja','Koja','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(64,'31.72.03.1002','Tugu Utara','Koja','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(65,'31.72.03.1003','Lagoa','Koja','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(66,'31.72.03.1004','Rawa Badak Utara','Koja','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(67,'31.72.03.1005','Tugu Selatan','Koja','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(68,'31.72.03.1006','Rawa Badak Selatan','Koja','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(69,'31.72.04.1001','Cilincing','Cilincing','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(70,'31.72.04.1002','Sukapura','Cilincing','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(71,'31.72.04.1003','Marunda','Cilincing','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(72,'31.72.04.1004','Kalibaru','Cilincing','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(73,'31.72.04.1005','Semper Timur','Cilincing','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(74,'31.72.04.1006','Rorotan','Cilincing','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(75,'31.72.04.1007','Semper Barat','Cilincing','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(76,'31.72.05.1001','Pademangan Timur','Pademangan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(77,'31.72.05.1002','Pademangan Barat','Pademangan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(78,'31.72.05.1003','Ancol','Pademangan','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(79,'31.72.06.1001','Kelapa Gading Timur','Kelapa Gading','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(80,'31.72.06.1002','Pegangsaan Dua','Kelapa Gading','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(81,'31.72.06.1003','Kelapa Gading Barat','Kelapa Gading','Kota Administrasi Jakarta Utara','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(82,'31.73.01.1001','Cengkareng Barat','Cengkareng','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(83,'31.73.01.1002','Duri Kosambi','Cengkareng','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(84,'31.73.01.1003','Rawa Buaya','Cengkareng','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(85,'31.73.01.1004','Kedaung Kali Angke','Cengkareng','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(86,'31.73.01.1005','Kapuk','Cengkareng','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(87,'31.73.01.1006','Cengkareng Timur','Cengkareng','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(88,'31.73.02.1001','Grogol','Grogol Petamburan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(89,'31.73.02.1002','Tanjung Duren Utara','Grogol Petamburan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(90,'31.73.02.1003','Tomang','Grogol Petamburan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(91,'31.73.02.1004','Jelambar','Grogol Petamburan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(92,'31.73.02.1005','Tanjung Duren Selatan','Grogol Petamburan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(93,'31.73.02.1006','Jelambar Baru','Grogol Petamburan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(94,'31.73.02.1007','Wijaya Kusuma','Grogol Petamburan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(95,'31.73.03.1001','Taman Sari','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(96,'31.73.03.1002','Krukut','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(97,'31.73.03.1003','Maphar','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(98,'31.73.03.1004','Tangki','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(99,'31.73.03.1005','Mangga Besar','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(100,'31.73.03.1006','Keagungan','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(101,'31.73.03.1007','Glodok','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(102,'31.73.03.1008','Pinangsia','Taman Sari','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(103,'31.73.04.1001','Tambora','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(104,'31.73.04.1002','Kali Anyar','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(105,'31.73.04.1003','Duri Utara','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(106,'31.73.04.1004','Tanah Sereal','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(107,'31.73.04.1005','Krendang','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(108,'31.73.04.1006','Jembatan Besi','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(109,'31.73.04.1007','Angke','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(110,'31.73.04.1008','Jembatan Lima','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(111,'31.73.04.1009','Pekojan','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(112,'31.73.04.1010','Roa Malaka','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(113,'31.73.04.1011','Duri Selatan','Tambora','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(114,'31.73.05.1001','Kebon Jeruk','Kebon Jeruk','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(115,'31.73.05.1002','Sukabumi Utara','Kebon Jeruk','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(116,'31.73.05.1003','Sukabumi Selatan','Kebon Jeruk','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(117,'31.73.05.1004','Kelapa Dua','Kebon Jeruk','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(118,'31.73.05.1005','Duri Kepa','Kebon Jeruk','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(119,'31.73.05.1006','Kedoya Utara','Kebon Jeruk','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(120,'31.73.05.1007','Kedoya Selatan','Kebon Jeruk','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(121,'31.73.06.1001','Kalideres','Kalideres','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(122,'31.73.06.1002','Semanan','Kalideres','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(123,'31.73.06.1003','Tegal Alur','Kalideres','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(124,'31.73.06.1004','Kamal','Kalideres','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(125,'31.73.06.1005','Pegadungan','Kalideres','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(126,'31.73.07.1001','Palmerah','Pal Merah','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(127,'31.73.07.1002','Slipi','Pal Merah','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(128,'31.73.07.1003','Kota Bambu Utara','Pal Merah','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(129,'31.73.07.1004','Jatipulo','Pal Merah','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(130,'31.73.07.1005','Kemanggisan','Pal Merah','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(131,'31.73.07.1006','Kota Bambu Selatan','Pal Merah','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(132,'31.73.08.1001','Kembangan Utara','Kembangan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(133,'31.73.08.1002','Meruya Utara','Kembangan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(134,'31.73.08.1003','Meruya Selatan','Kembangan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(135,'31.73.08.1004','Srengseng','Kembangan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(136,'31.73.08.1005','Joglo','Kembangan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(137,'31.73.08.1006','Kembangan Selatan','Kembangan','Kota Administrasi Jakarta Barat','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(138,'31.74.01.1001','Tebet Timur','Tebet','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(139,'31.74.01.1002','Tebet Barat','Tebet','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(140,'31.74.01.1003','Menteng Dalam','Tebet','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(141,'31.74.01.1004','Kebon Baru','Tebet','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(142,'31.74.01.1005','Bukit Duri','Tebet','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(143,'31.74.01.1006','Manggarai Selatan','Tebet','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(144,'31.74.01.1007','Manggarai','Tebet','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(145,'31.74.02.1001','Setia Budi','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(146,'31.74.02.1002','Karet Semanggi','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(147,'31.74.02.1003','Karet Kuningan','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(148,'31.74.02.1004','Karet','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(149,'31.74.02.1005','Menteng Atas','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(150,'31.74.02.1006','Pasar Manggis','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(151,'31.74.02.1007','Guntur','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(152,'31.74.02.1008','Kuningan Timur','Setiabudi','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(153,'31.74.03.1001','Mampang Prapatan','Mampang Prapatan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(154,'31.74.03.1002','Bangka','Mampang Prapatan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(155,'31.74.03.1003','Pela Mampang','Mampang Prapatan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(156,'31.74.03.1004','Tegal Parang','Mampang Prapatan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(157,'31.74.03.1005','Kuningan Barat','Mampang Prapatan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(158,'31.74.04.1001','Pasar Minggu','Pasar Minggu','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(159,'31.74.04.1002','Jati Padang','Pasar Minggu','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(160,'31.74.04.1003','Cilandak Timur','Pasar Minggu','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(161,'31.74.04.1004','Ragunan','Pasar Minggu','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(162,'31.74.04.1005','Pejaten Timur','Pasar Minggu','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(163,'31.74.04.1006','Pejaten Barat','Pasar Minggu','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(164,'31.74.04.1007','Kebagusan','Pasar Minggu','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(165,'31.74.05.1001','Kebayoran Lama Utara','Kebayoran Lama','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(166,'31.74.05.1002','Pondok Pinang','Kebayoran Lama','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(167,'31.74.05.1003','Cipulir','Kebayoran Lama','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(168,'31.74.05.1004','Grogol Utara','Kebayoran Lama','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(169,'31.74.05.1005','Grogol Selatan','Kebayoran Lama','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(170,'31.74.05.1006','Kebayoran Lama Selatan','Kebayoran Lama','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(171,'31.74.06.1001','Cilandak Barat','Cilandak','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(172,'31.74.06.1002','Lebak Bulus','Cilandak','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(173,'31.74.06.1003','Pondok Labu','Cilandak','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(174,'31.74.06.1004','Gandaria Selatan','Cilandak','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(175,'31.74.06.1005','Cipete Selatan','Cilandak','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(176,'31.74.07.1001','Melawai','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(177,'31.74.07.1002','Gunung','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(178,'31.74.07.1003','Kramat Pela','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(179,'31.74.07.1004','Selong','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(180,'31.74.07.1005','Rawa Barat','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(181,'31.74.07.1006','Senayan','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(182,'31.74.07.1007','Pulo','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(183,'31.74.07.1008','Petogogan','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(184,'31.74.07.1009','Gandaria Utara','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(185,'31.74.07.1010','Cipete Utara','Kebayoran Baru','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(186,'31.74.08.1001','Pancoran','Pancoran','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(187,'31.74.08.1002','Kalibata','Pancoran','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(188,'31.74.08.1003','Rawajati','Pancoran','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(189,'31.74.08.1004','Duren Tiga','Pancoran','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(190,'31.74.08.1005','Pengadegan','Pancoran','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(191,'31.74.08.1006','Cikoko','Pancoran','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(192,'31.74.09.1001','Jagakarsa','Jagakarsa','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(193,'31.74.09.1002','Srengseng Sawah','Jagakarsa','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(194,'31.74.09.1003','Ciganjur','Jagakarsa','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(195,'31.74.09.1004','Lenteng Agung','Jagakarsa','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(196,'31.74.09.1005','Tanjung Barat','Jagakarsa','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(197,'31.74.09.1006','Cipedak','Jagakarsa','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(198,'31.74.10.1001','Pesanggrahan','Pesanggrahan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(199,'31.74.10.1002','Bintaro','Pesanggrahan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(200,'31.74.10.1003','Petukangan Utara','Pesanggrahan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(201,'31.74.10.1004','Petukangan Selatan','Pesanggrahan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(202,'31.74.10.1005','Ulujami','Pesanggrahan','Kota Administrasi Jakarta Selatan','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(203,'31.75.01.1001','Pisangan Baru','Matraman','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(204,'31.75.01.1002','Utan Kayu Utara','Matraman','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(205,'31.75.01.1003','Kayu Manis','Matraman','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(206,'31.75.01.1004','Palmeriam','Matraman','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(207,'31.75.01.1005','Kebon Manggis','Matraman','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(208,'31.75.01.1006','Utan Kayu Selatan','Matraman','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(209,'31.75.02.1001','Pulo Gadung','Pulogadung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(210,'31.75.02.1002','Pisangan Timur','Pulogadung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(211,'31.75.02.1003','Cipinang','Pulogadung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(212,'31.75.02.1004','Jatinegara Kaum','Pulogadung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(213,'31.75.02.1005','Rawamangun','Pulogadung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(214,'31.75.02.1006','Kayu Putih','Pulogadung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(215,'31.75.02.1007','Jati','Pulogadung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(216,'31.75.03.1001','Kampung Melayu','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(217,'31.75.03.1002','Bidara Cina','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(218,'31.75.03.1003','Bali Mester','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(219,'31.75.03.1004','Rawa Bunga','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(220,'31.75.03.1005','Cipinang Cempedak','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(221,'31.75.03.1006','Cipinang Muara','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(222,'31.75.03.1007','Cipinang Besar Selatan','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(223,'31.75.03.1008','Cipinang Besar Utara','Jatinegara','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(224,'31.75.04.1001','Kramatjati','Kramatjati','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(225,'31.75.04.1002','Tengah','Kramatjati','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(226,'31.75.04.1003','Dukuh','Kramatjati','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(227,'31.75.04.1004','Batu Ampar','Kramatjati','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(228,'31.75.04.1005','Balekambang','Kramatjati','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(229,'31.75.04.1006','Cililitan','Kramatjati','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(230,'31.75.04.1007','Cawang','Kramatjati','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(231,'31.75.05.1001','Gedong','Pasar Rebo','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(232,'31.75.05.1002','Baru','Pasar Rebo','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(233,'31.75.05.1003','Cijantung','Pasar Rebo','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(234,'31.75.05.1004','Kalisari','Pasar Rebo','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(235,'31.75.05.1005','Pekayon','Pasar Rebo','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(236,'31.75.06.1001','Jatinegara','Cakung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(237,'31.75.06.1002','Rawa Terate','Cakung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(238,'31.75.06.1003','Penggilingan','Cakung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(239,'31.75.06.1004','Cakung Timur','Cakung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(240,'31.75.06.1005','Pulo Gebang','Cakung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(241,'31.75.06.1006','Ujung Menteng','Cakung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(242,'31.75.06.1007','Cakung Barat','Cakung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(243,'31.75.07.1001','Duren Sawit','Duren Sawit','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(244,'31.75.07.1002','Pondok Bambu','Duren Sawit','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(245,'31.75.07.1003','Klender','Duren Sawit','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(246,'31.75.07.1004','Pondok Kelapa','Duren Sawit','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(247,'31.75.07.1005','Malaka Sari','Duren Sawit','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(248,'31.75.07.1006','Malaka Jaya','Duren Sawit','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(249,'31.75.07.1007','Pondok Kopi','Duren Sawit','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(250,'31.75.08.1001','Makasar','Makasar','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(251,'31.75.08.1002','Pinangranti','Makasar','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(252,'31.75.08.1003','Kebon Pala','Makasar','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(253,'31.75.08.1004','Halim Perdana Kusuma','Makasar','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(254,'31.75.08.1005','Cipinang Melayu','Makasar','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(255,'31.75.09.1001','Ciracas','Ciracas','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(256,'31.75.09.1002','Cibubur','Ciracas','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(257,'31.75.09.1003','Kelapa Dua Wetan','Ciracas','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(258,'31.75.09.1004','Susukan','Ciracas','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(259,'31.75.09.1005','Rambutan','Ciracas','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(260,'31.75.10.1001','Cipayung','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(261,'31.75.10.1002','Cilangkap','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(262,'31.75.10.1003','Pondok Ranggon','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(263,'31.75.10.1004','Munjul','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(264,'31.75.10.1005','Setu','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(265,'31.75.10.1006','Bambu Apus','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(266,'31.75.10.1007','Lubang Buaya','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(267,'31.75.10.1008','Ceger','Cipayung','Kota Administrasi Jakarta Timur','Daerah Khusus Ibukota Jakarta');
INSERT INTO "areas" VALUES(268,'35.76.01.1003','Mentikan','Prajuritkulon','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(269,'35.76.01.1004','Kauman','Prajuritkulon','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(270,'35.76.01.1005','Pulorejo','Prajuritkulon','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(271,'35.76.01.1006','Prajuritkulon','Prajuritkulon','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(272,'35.76.01.1007','Surodinawan','Prajuritkulon','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(273,'35.76.01.1008','Blooto','Prajuritkulon','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(274,'35.76.02.1001','Gununggedangan','Magersari','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(275,'35.76.02.1003','Magersari','Magersari','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(276,'35.76.02.1004','Gedongan','Magersari','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(277,'35.76.02.1008','Balongsari','Magersari','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(278,'35.76.02.1009','Kedundung','Magersari','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(279,'35.76.02.1010','Wates','Magersari','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(280,'35.76.03.1001','Kranggan','Kranggan','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(281,'35.76.03.1002','Miji','Kranggan','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(282,'35.76.03.1003','Meri','Kranggan','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(283,'35.76.03.1004','Jagalan','Kranggan','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(284,'35.76.03.1005','Sentanan','Kranggan','Kota Mojokerto','Jawa Timur');
INSERT INTO "areas" VALUES(285,'35.76.03.1006','Purwotengah','Kranggan','Kota Mojokerto','Jawa Timur');
CREATE TABLE attendances (
	id INTEGER NOT NULL, 
	pelatihan INTEGER NOT NULL, 
	cooperative_id INTEGER NOT NULL, 
	pengurus INTEGER, 
	pengawas INTEGER, 
	PRIMARY KEY (id), 
	CONSTRAINT attendances_counts CHECK ((pengurus IS NULL OR pengurus >= 0) AND (pengawas IS NULL OR pengawas >= 0)), 
	FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id), 
	FOREIGN KEY(pelatihan) REFERENCES trainings (id), 
	CONSTRAINT attendances_once UNIQUE (pelatihan, cooperative_id)
);
INSERT INTO "attendances" VALUES(1,1,7,NULL,NULL);
INSERT INTO "attendances" VALUES(2,1,8,NULL,NULL);
CREATE TABLE changes (
	id INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	entitas VARCHAR(16) NOT NULL, 
	subjek INTEGER NOT NULL, 
	bidang VARCHAR(60) NOT NULL, 
	lama TEXT, 
	baru TEXT, 
	per VARCHAR(10) NOT NULL, 
	berkas INTEGER DEFAULT 0 NOT NULL, 
	baris INTEGER DEFAULT 0 NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "changes" VALUES(1,1,'koperasi',7,'terdaftar',NULL,'ya','2026-11-22',0,0);
INSERT INTO "changes" VALUES(2,1,'koperasi',8,'terdaftar',NULL,'ya','2026-11-22',0,0);
INSERT INTO "changes" VALUES(3,1,'koperasi',9,'terdaftar',NULL,'ya','2026-11-22',0,0);
INSERT INTO "changes" VALUES(4,1,'koperasi',10,'terdaftar',NULL,'ya','2026-11-22',0,0);
INSERT INTO "changes" VALUES(5,1,'koperasi',11,'terdaftar',NULL,'ya','2026-11-22',0,0);
INSERT INTO "changes" VALUES(6,1,'koperasi',12,'terdaftar',NULL,'ya','2026-11-22',0,0);
INSERT INTO "changes" VALUES(7,2,'koperasi',7,'ketua',NULL,'#d20b24201489fe20fdc653f71a159e2ad3e4bfb59f086d2760576a66994330e0','2025-10-31',0,0);
INSERT INTO "changes" VALUES(8,2,'koperasi',7,'telepon',NULL,'#03ac1572977ead68ced741731894da456476e7f670f60b52cae5cf21de5b18b7','2025-10-31',0,0);
INSERT INTO "changes" VALUES(9,2,'koperasi',7,'anggota',NULL,'120','2025-10-31',0,0);
INSERT INTO "changes" VALUES(10,2,'koperasi',7,'unit_usaha',NULL,'sembako;klinik','2025-10-31',0,0);
INSERT INTO "changes" VALUES(11,2,'koperasi',7,'mitra',NULL,'Bulog','2025-10-31',0,0);
INSERT INTO "changes" VALUES(12,2,'koperasi',7,'musyawarah',NULL,'2025-05-31','2025-10-31',0,0);
INSERT INTO "changes" VALUES(13,2,'koperasi',7,'sk_kemenkop',NULL,'2025-06-20','2025-10-31',0,0);
INSERT INTO "changes" VALUES(14,2,'koperasi',7,'sk_kemenkop_nomor',NULL,'AHU-0001234.AH.01.29.TAHUN 2025','2025-10-31',0,0);
INSERT INTO "changes" VALUES(15,2,'koperasi',7,'nib',NULL,'sudah','2025-10-31',0,0);
INSERT INTO "changes" VALUES(16,2,'koperasi',7,'nib_nomor',NULL,'0123456789012','2025-10-31',0,0);
INSERT INTO "changes" VALUES(17,3,'koperasi',8,'gerai',NULL,'sudah','2025-10-31',0,0);
INSERT INTO "changes" VALUES(18,3,'koperasi',8,'usaha',NULL,'2025-08','2025-10-31',0,0);
INSERT INTO "changes" VALUES(19,4,'koperasi',8,'usaha','2025-08','berhenti 2026-01-10','2026-02-01',0,0);
INSERT INTO "changes" VALUES(20,5,'koperasi',12,'usaha',NULL,'terkendala','2026-03-01',0,0);
INSERT INTO "changes" VALUES(21,5,'koperasi',12,'usaha_rencana',NULL,'2026-12-01','2026-03-01',0,0);
INSERT INTO "changes" VALUES(22,5,'koperasi',12,'usaha_kendala',NULL,'modal: kurang 20 juta','2026-03-01',0,0);
INSERT INTO "changes" VALUES(23,6,'koperasi',9,'rat_2025',NULL,'2026-02-14','2026-11-22',0,0);
INSERT INTO "changes" VALUES(24,7,'koperasi',7,'percontohan',NULL,'ya','2026-11-22',0,0);
INSERT INTO "changes" VALUES(25,7,'koperasi',7,'ketua','#d20b24201489fe20fdc653f71a159e2ad3e4bfb59f086d2760576a66994330e0','#bfdca790fb3f5a6e0ebee8f63f9ae87b449b2a6dd822f630133159a4ad26dcf9','2026-11-22',0,0);
INSERT INTO "changes" VALUES(26,8,'koperasi',7,'anggota','120',NULL,'2026-11-22',0,0);
INSERT INTO "changes" VALUES(27,9,'koperasi',8,'status',NULL,'bubar 2026-09-01','2026-11-22',0,0);
INSERT INTO "changes" VALUES(28,10,'koperasi',11,'npwp',NULL,'proses','2026-11-22',0,0);
INSERT INTO "changes" VALUES(29,13,'koperasi',11,'rekening',NULL,'sudah','2026-03-09',0,2);
INSERT INTO "changes" VALUES(30,13,'koperasi',11,'rekening_nomor',NULL,'012301004567','2026-03-09',0,2);
INSERT INTO "changes" VALUES(31,13,'koperasi',11,'rekening_bank',NULL,'BRI','2026-03-09',0,2);
INSERT INTO "changes" VALUES(32,13,'koperasi',11,'catatan',NULL,'dari lembar','2026-03-09',0,2);
INSERT INTO "changes" VALUES(33,13,'koperasi',10,'rekening',NULL,'belum','2026-03-09',0,3);
INSERT INTO "changes" VALUES(34,14,'pelatihan',1,'*',NULL,'{"judul": "Pelatihan dasar", "mulai": "2025-09-08", "peserta": 62, "kota": "31.71"}','2026-11-22',0,0);
INSERT INTO "changes" VALUES(35,15,'hadir',1,'*',NULL,'{"pelatihan": 1, "cooperative_id": 7}','2026-11-22',0,0);
INSERT INTO "changes" VALUES(36,15,'hadir',2,'*',NULL,'{"pelatihan": 1, "cooperative_id": 8}','2026-11-22',0,0);
INSERT INTO "changes" VALUES(37,16,'target',1,'*',NULL,'{"milestone": "rat", "batas": "2026-03-31", "kota": "31.71", "tahun_buku": 2025, "ditetapkan": "2026-11-22"}','2026-11-22',0,0);
INSERT INTO "changes" VALUES(38,17,'angka',1,'*',NULL,'{"indikator": "beroperasi", "nilai": "3", "kota": "31.71", "per": "2026-03-10", "sumber": "Contoh"}','2026-11-22',0,0);
INSERT INTO "changes" VALUES(39,18,'tindak_lanjut',1,'*',NULL,'{"uraian": "Dampingi", "penanggung_jawab": "Sudin PPKUKM", "batas": "2026-12-31", "kota": "31.71", "koperasi": "10"}','2026-11-22',0,0);
INSERT INTO "changes" VALUES(40,19,'alias',29,'*',NULL,'{"kode": "31.71.01.1001", "alias": "Gambir Kota"}','2026-11-22',0,0);
INSERT INTO "changes" VALUES(41,20,'koperasi',7,'telepon','#03ac1572977ead68ced741731894da456476e7f670f60b52cae5cf21de5b18b7','#7b16a8a34002ca478919a9594b1cd653351d9b7b85c0bf86b13daf347da60b5f','2026-11-22',0,0);
CREATE TABLE cooperatives (
	id INTEGER NOT NULL, 
	nama VARCHAR(200), 
	status VARCHAR(24), 
	percontohan VARCHAR(5), 
	nik_koperasi VARCHAR(30), 
	ketua VARCHAR(200), 
	telepon VARCHAR(200), 
	anggota INTEGER, 
	unit_usaha VARCHAR(200), 
	mitra TEXT, 
	catatan VARCHAR(2000), 
	berdiri INTEGER, 
	per TEXT DEFAULT '{}' NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT cooperatives_pilot CHECK (percontohan IS NULL OR percontohan = 'ya' OR percontohan = 'tidak'), 
	CONSTRAINT cooperatives_status CHECK (status IS NULL OR status = 'aktif' OR status LIKE 'bubar ____-__-__' OR status LIKE 'digabung ____-__-__'), 
	CONSTRAINT cooperatives_members CHECK (anggota IS NULL OR anggota >= 0), 
	FOREIGN KEY(id) REFERENCES areas (id)
);
INSERT INTO "cooperatives" VALUES(7,NULL,NULL,'ya',NULL,'Nama Lain','0811000222',NULL,'sembako;klinik','Bulog',NULL,2025,'{"anggota":"2026-11-22","ketua":"2026-11-22","mitra":"2025-10-31","musyawarah":"2025-10-31","nib":"2025-10-31","nib_nomor":"2025-10-31","percontohan":"2026-11-22","sk_kemenkop":"2025-10-31","sk_kemenkop_nomor":"2025-10-31","telepon":"2026-11-22","unit_usaha":"2025-10-31"}');
INSERT INTO "cooperatives" VALUES(8,NULL,'bubar 2026-09-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"gerai":"2025-10-31","status":"2026-11-22","usaha":"2026-02-01"}');
INSERT INTO "cooperatives" VALUES(9,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"rat_2025":"2026-11-22"}');
INSERT INTO "cooperatives" VALUES(10,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"rekening":"2026-03-09"}');
INSERT INTO "cooperatives" VALUES(11,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'dari lembar',NULL,'{"catatan":"2026-03-09","npwp":"2026-11-22","rekening":"2026-03-09","rekening_bank":"2026-03-09","rekening_nomor":"2026-03-09"}');
INSERT INTO "cooperatives" VALUES(12,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"usaha":"2026-03-01","usaha_kendala":"2026-03-01","usaha_rencana":"2026-03-01"}');
CREATE TABLE figures (
	id INTEGER NOT NULL, 
	indikator VARCHAR(80) NOT NULL, 
	nilai VARCHAR(40) NOT NULL, 
	kota VARCHAR(8) NOT NULL, 
	per VARCHAR(10) NOT NULL, 
	sumber VARCHAR(2000), 
	PRIMARY KEY (id)
);
INSERT INTO "figures" VALUES(1,'beroperasi','3','31.71','2026-03-10','Contoh');
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
	PRIMARY KEY (id)
);
INSERT INTO "followups" VALUES(1,'Dampingi','Sudin PPKUKM','2026-12-31','31.71','10',NULL,NULL,NULL,NULL);
CREATE TABLE identifiers (
	cooperative_id INTEGER NOT NULL, 
	milestone VARCHAR(60) NOT NULL, 
	nomor VARCHAR(200), 
	bank VARCHAR(200) DEFAULT '' NOT NULL, 
	PRIMARY KEY (cooperative_id, milestone), 
	FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id), 
	CONSTRAINT identifiers_once UNIQUE (milestone, nomor, bank)
)
 WITHOUT ROWID

;
INSERT INTO "identifiers" VALUES(7,'nib','0123456789012','');
INSERT INTO "identifiers" VALUES(7,'sk_kemenkop','AHU-0001234.AH.01.29.TAHUN 2025','');
INSERT INTO "identifiers" VALUES(11,'rekening','012301004567','BRI');
CREATE TABLE milestones (
	cooperative_id INTEGER NOT NULL, 
	milestone VARCHAR(60) NOT NULL, 
	aspek VARCHAR(8) NOT NULL, 
	dari VARCHAR(10) NOT NULL, 
	sampai VARCHAR(10), 
	nilai VARCHAR(2040) NOT NULL, 
	tanggal VARCHAR(10), 
	PRIMARY KEY (cooperative_id, milestone, aspek, dari), 
	CONSTRAINT milestones_aspect CHECK (aspek = 'keadaan' OR aspek = 'kendala' OR aspek = 'rencana'), 
	CONSTRAINT milestones_day CHECK (length(dari) = 10), 
	CONSTRAINT milestones_order CHECK (sampai IS NULL OR sampai > dari), 
	FOREIGN KEY(cooperative_id) REFERENCES cooperatives (id)
)
 WITHOUT ROWID

;
INSERT INTO "milestones" VALUES(7,'musyawarah','keadaan','2025-05-31',NULL,'sudah','2025-05-31');
INSERT INTO "milestones" VALUES(7,'nib','keadaan','2025-10-31',NULL,'sudah',NULL);
INSERT INTO "milestones" VALUES(7,'sk_kemenkop','keadaan','2025-06-20',NULL,'sudah','2025-06-20');
INSERT INTO "milestones" VALUES(8,'gerai','keadaan','2025-10-31',NULL,'sudah',NULL);
INSERT INTO "milestones" VALUES(8,'usaha','keadaan','2025-08-31','2026-01-10','sudah','2025-08');
INSERT INTO "milestones" VALUES(8,'usaha','keadaan','2026-01-10',NULL,'berhenti','2026-01-10');
INSERT INTO "milestones" VALUES(9,'rat_2025','keadaan','2026-02-14',NULL,'sudah','2026-02-14');
INSERT INTO "milestones" VALUES(10,'rekening','keadaan','2026-03-09',NULL,'belum',NULL);
INSERT INTO "milestones" VALUES(11,'npwp','keadaan','2026-11-22',NULL,'proses',NULL);
INSERT INTO "milestones" VALUES(11,'rekening','keadaan','2026-03-09',NULL,'sudah',NULL);
INSERT INTO "milestones" VALUES(12,'usaha','keadaan','2026-03-01',NULL,'terkendala',NULL);
INSERT INTO "milestones" VALUES(12,'usaha','kendala','2026-03-01',NULL,'modal: kurang 20 juta',NULL);
INSERT INTO "milestones" VALUES(12,'usaha','rencana','2026-03-01',NULL,'2026-12-01',NULL);
CREATE TABLE personal_values (
	intisari VARCHAR(80) NOT NULL, 
	garam VARCHAR(32) NOT NULL, 
	nilai VARCHAR(200) NOT NULL, 
	PRIMARY KEY (intisari)
);
INSERT INTO "personal_values" VALUES('#d20b24201489fe20fdc653f71a159e2ad3e4bfb59f086d2760576a66994330e0','554b012ae65dd0dd87c7de31f0e2676f','Nama Contoh');
INSERT INTO "personal_values" VALUES('#03ac1572977ead68ced741731894da456476e7f670f60b52cae5cf21de5b18b7','4a8519ac663af4ff3fb9c171aa5cab76','0811000111');
INSERT INTO "personal_values" VALUES('#bfdca790fb3f5a6e0ebee8f63f9ae87b449b2a6dd822f630133159a4ad26dcf9','83843450b06403c33127a9c3df29c64d','Nama Lain');
INSERT INTO "personal_values" VALUES('#7b16a8a34002ca478919a9594b1cd653351d9b7b85c0bf86b13daf347da60b5f','e15109798f1faf3227cf78c889d5e2ae','0811000222');
CREATE TABLE runs (
	id INTEGER NOT NULL, 
	waktu VARCHAR(27) NOT NULL, 
	petugas VARCHAR(200) NOT NULL, 
	perintah TEXT NOT NULL, 
	alasan VARCHAR(2000), 
	berkas TEXT DEFAULT '[]' NOT NULL, 
	membatalkan INTEGER, 
	jumlah INTEGER NOT NULL, 
	sebelum VARCHAR(64) NOT NULL, 
	intisari VARCHAR(64) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(membatalkan) REFERENCES runs (id)
);
INSERT INTO "runs" VALUES(1,'2026-11-22T00:42:29.060213Z','Petugas Uji','kkmp add --kota jakpus --kecamatan Gambir --all --yes',NULL,'[]',NULL,6,'0000000000000000000000000000000000000000000000000000000000000000','013ecefe9fc3147bd4688655d0138a45f9b55f42cc60fa571bf4cc7298ce922a');
INSERT INTO "runs" VALUES(2,'2026-11-22T00:42:30.615547Z','Petugas Uji','kkmp update Gambir --musyawarah 2025-05-31 --sk 2025-06-20 --sk-kemenkop-nomor "AHU-0001234.AH.01.29.TAHUN 2025" --nib-nomor 0123456789012 --per 2025-10-31 --ketua … --telepon … --anggota 120 --unit-usaha sembako,klinik --mitra Bulog',NULL,'[]',NULL,10,'013ecefe9fc3147bd4688655d0138a45f9b55f42cc60fa571bf4cc7298ce922a','5418e30e0665d171fcd79b5300a1c72be8889f212f21abe8cc6f73df5ebbef2c');
INSERT INTO "runs" VALUES(3,'2026-11-22T00:42:31.867656Z','Petugas Uji','kkmp update Cideng --usaha 2025-08 --gerai sudah --per 2025-10-31',NULL,'[]',NULL,2,'5418e30e0665d171fcd79b5300a1c72be8889f212f21abe8cc6f73df5ebbef2c','761553aedab7f7a287f03132aa9cee01220d43b70f6e34fd280a3238c2b46988');
INSERT INTO "runs" VALUES(4,'2026-11-22T00:42:32.605984Z','Petugas Uji','kkmp update Cideng --usaha "berhenti 10 Januari 2026" --per 2026-02-01',NULL,'[]',NULL,1,'761553aedab7f7a287f03132aa9cee01220d43b70f6e34fd280a3238c2b46988','5311a5cb833fc950868e117a401715c0dc29f57fbf7ab9cb78cdf74c1122c579');
INSERT INTO "runs" VALUES(5,'2026-11-22T00:42:33.179009Z','Petugas Uji','kkmp update "Duri Pulo" --usaha terkendala --usaha-kendala "modal: kurang 20 juta" --usaha-rencana 2026-12-01 --per 2026-03-01',NULL,'[]',NULL,3,'5311a5cb833fc950868e117a401715c0dc29f57fbf7ab9cb78cdf74c1122c579','3bb21d83e6e1d8c1ae338e18ef943bd1524cbb41e9b45250f13f3778c4bb5519');
INSERT INTO "runs" VALUES(6,'2026-11-22T00:42:33.795273Z','Petugas Uji','kkmp update "Petojo Utara" --rat 2026-02-14 --tahun-buku 2025',NULL,'[]',NULL,1,'3bb21d83e6e1d8c1ae338e18ef943bd1524cbb41e9b45250f13f3778c4bb5519','57350f82b3deff5c5b2711240b6a5df25ff3503803b90f4423d1a67ccc9b9110');
INSERT INTO "runs" VALUES(7,'2026-11-22T00:42:34.354827Z','Petugas Uji','kkmp update Gambir --ketua … --percontohan ya',NULL,'[]',NULL,2,'57350f82b3deff5c5b2711240b6a5df25ff3503803b90f4423d1a67ccc9b9110','17b92a01183545e3750c6e6fbfa2f62e46c48b28869414f0334be46d97f893c0');
INSERT INTO "runs" VALUES(8,'2026-11-22T00:42:35.167045Z','Petugas Uji','kkmp update Gambir --kosongkan anggota --alasan "salah hitung"','salah hitung','[]',NULL,1,'17b92a01183545e3750c6e6fbfa2f62e46c48b28869414f0334be46d97f893c0','504eb68e5bb43fdca9f7fb76d6eb54e162500012eb9e6bf80a541774dfe27153');
INSERT INTO "runs" VALUES(9,'2026-11-22T00:42:35.931700Z','Petugas Uji','kkmp update Cideng --status "bubar 2026-09-01"',NULL,'[]',NULL,1,'504eb68e5bb43fdca9f7fb76d6eb54e162500012eb9e6bf80a541774dfe27153','4d1f4b21f3cec2fc262c4f255fe3abd0d3087df291243a5b2bb6395dc87cc1b8');
INSERT INTO "runs" VALUES(10,'2026-11-22T00:42:36.686392Z','Petugas Uji','kkmp update "Kebon Kelapa" --npwp proses',NULL,'[]',NULL,1,'4d1f4b21f3cec2fc262c4f255fe3abd0d3087df291243a5b2bb6395dc87cc1b8','eebc22903ec9e29217920fc196e85b7518603b71232d2437d2b606c9152c511b');
INSERT INTO "runs" VALUES(11,'2026-11-22T00:42:37.459794Z','Petugas Uji','kkmp undo',NULL,'[]',10,0,'eebc22903ec9e29217920fc196e85b7518603b71232d2437d2b606c9152c511b','678feb78f0be884963509aeedcf269bef540d93111eb77f037c595c5c2f189ec');
INSERT INTO "runs" VALUES(12,'2026-11-22T00:42:38.124090Z','Petugas Uji','kkmp undo 11',NULL,'[]',11,0,'678feb78f0be884963509aeedcf269bef540d93111eb77f037c595c5c2f189ec','077d441dd4610237fbd8fe86681226c3f101283f46834bce159f148b45abdc4c');
INSERT INTO "runs" VALUES(13,'2026-11-22T00:42:38.839631Z','Petugas Uji','kkmp import isian.csv --kota jakpus --per 2026-03-09 --yes',NULL,'["isian.csv"]',NULL,5,'077d441dd4610237fbd8fe86681226c3f101283f46834bce159f148b45abdc4c','17afad6932a7b173639a5e62a4c1373109fa896e9155b05cbdf81e8240745a5b');
INSERT INTO "runs" VALUES(14,'2026-11-22T00:42:39.405283Z','Petugas Uji','kkmp training add "Pelatihan dasar" --kota jakpus --mulai 2025-09-08 --peserta 62',NULL,'[]',NULL,1,'17afad6932a7b173639a5e62a4c1373109fa896e9155b05cbdf81e8240745a5b','6e501ac7106a990d3adf42b9dbd5990e18655a9448dc923312ab5a294b8d3532');
INSERT INTO "runs" VALUES(15,'2026-11-22T00:42:40.084739Z','Petugas Uji','kkmp training attend 1 Gambir Cideng',NULL,'[]',NULL,2,'6e501ac7106a990d3adf42b9dbd5990e18655a9448dc923312ab5a294b8d3532','2aaba8f42d2849cd191919412afcf5105e2fe36f02a36bedfcbaf53bf39769f8');
INSERT INTO "runs" VALUES(16,'2026-11-22T00:42:40.779989Z','Petugas Uji','kkmp target set rat 2026-03-31 --tahun-buku 2025 --kota jakpus',NULL,'[]',NULL,1,'2aaba8f42d2849cd191919412afcf5105e2fe36f02a36bedfcbaf53bf39769f8','e6fc66977a5fe55816d4bf4588b0d21d16a24b05baa25bca62169d839cb19eef');
INSERT INTO "runs" VALUES(17,'2026-11-22T00:42:41.478015Z','Petugas Uji','kkmp figure add beroperasi 3 --kota jakpus --per 2026-03-10 --sumber Contoh',NULL,'[]',NULL,1,'e6fc66977a5fe55816d4bf4588b0d21d16a24b05baa25bca62169d839cb19eef','6d6717ac17413efb7c3ce087fded30a7ad727e5f3aab5ae3326ba232dd33d80e');
INSERT INTO "runs" VALUES(18,'2026-11-22T00:42:42.081328Z','Petugas Uji','kkmp followup add Dampingi --kota jakpus --belum rekening --penanggung-jawab "Sudin PPKUKM" --batas 2026-12-31',NULL,'[]',NULL,1,'6d6717ac17413efb7c3ce087fded30a7ad727e5f3aab5ae3326ba232dd33d80e','25fed8bd69fe65a6411742bf57c9f8014aefd302e74bbfbf7e56b4824f8ad0cd');
INSERT INTO "runs" VALUES(19,'2026-11-22T00:42:42.552894Z','Petugas Uji','kkmp area alias "Gambir Kota" 31.71.01.1001',NULL,'[]',NULL,1,'25fed8bd69fe65a6411742bf57c9f8014aefd302e74bbfbf7e56b4824f8ad0cd','074c6108205640f1168c194b94666a10f7f95db05c1e23a75d71f6e59838c693');
INSERT INTO "runs" VALUES(20,'2026-11-22T00:42:43.757790Z','Petugas Uji','kkmp update Gambir --telepon …',NULL,'[]',NULL,1,'074c6108205640f1168c194b94666a10f7f95db05c1e23a75d71f6e59838c693','5a2cb64bd268515ca4de7f710c734cd0996762753074f4eae9a76f1e42dfd2de');
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
CREATE INDEX changes_subject ON changes (subjek);
CREATE VIEW v_koperasi AS SELECT c.id, a.kode, a.kelurahan, substr(a.kode, 1, 8) AS kecamatan_kode, a.kecamatan, substr(a.kode, 1, 5) AS kota_kode, a.kota, a.provinsi, c.nama, coalesce(c.status, 'aktif') AS status, coalesce(c.percontohan, 'tidak') AS percontohan, c.nik_koperasi, c.anggota, c.unit_usaha, c.mitra, c.catatan, c.berdiri FROM cooperatives c JOIN areas a ON a.id = c.id;
CREATE VIEW v_keadaan AS SELECT a.kode, m.milestone, m.nilai AS keadaan, m.tanggal, m.dari, m.sampai FROM milestones m JOIN areas a ON a.id = m.cooperative_id WHERE m.aspek = 'keadaan';
CREATE VIEW v_kendala AS SELECT a.kode, m.milestone, m.nilai AS kendala, m.dari, m.sampai FROM milestones m JOIN areas a ON a.id = m.cooperative_id WHERE m.aspek = 'kendala';
CREATE VIEW v_rencana AS SELECT a.kode, m.milestone, m.nilai AS rencana, m.dari, m.sampai FROM milestones m JOIN areas a ON a.id = m.cooperative_id WHERE m.aspek = 'rencana';
CREATE VIEW v_nomor AS SELECT a.kode, i.milestone, i.nomor, i.bank FROM identifiers i JOIN areas a ON a.id = i.cooperative_id;
CREATE VIEW v_pelatihan AS SELECT t.id, t.judul, t.kota, t.mulai, t.selesai, t.peserta, a.kode, h.pengurus, h.pengawas FROM trainings t LEFT JOIN attendances h ON h.pelatihan = t.id LEFT JOIN areas a ON a.id = h.cooperative_id;
CREATE VIEW v_riwayat AS SELECT r.id AS run, r.waktu, r.petugas, r.perintah, r.alasan, r.membatalkan, c.entitas, c.subjek, a.kode, c.bidang, c.lama, c.baru, c.per, c.baris FROM runs r LEFT JOIN changes c ON c.run = r.id LEFT JOIN areas a ON a.id = c.subjek AND c.entitas IN ('koperasi', 'wilayah');
CREATE TRIGGER runs_no_update BEFORE UPDATE ON runs BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END;
CREATE TRIGGER runs_no_delete BEFORE DELETE ON runs BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END;
CREATE TRIGGER changes_no_update BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END;
CREATE TRIGGER changes_no_delete BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'riwayat tidak dapat diubah'); END;
COMMIT;
