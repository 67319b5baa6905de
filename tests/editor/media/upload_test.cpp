#include "editor/media/upload.h"

#include <zip.h>

#include "media/exif.h"
#include "media/picture.h"
#include "support/pictures.h"

using namespace mektep;
using namespace mektep::editor;
using namespace mektep::test;

namespace {

const Workshop workshop(MEKTEP_MEDIA_WORKER);

UploadFault fault_of(std::string_view name, std::string_view bytes) {
  const auto taken = workshop.take(name, bytes);
  REQUIRE_FALSE(taken);
  return taken.error();
}

using Parts = std::vector<std::pair<std::string, std::string>>;
std::string archive(const Parts& parts) {
  zip_error_t error;
  zip_source_t* const buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(buffer);
  zip_t* const zip = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
  for (const auto& [name, bytes] : parts) {
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8);
  }
  REQUIRE(zip_close(zip) == 0);
  zip_source_open(buffer);
  zip_source_seek(buffer, 0, SEEK_END);
  std::string out(static_cast<std::size_t>(zip_source_tell(buffer)), '\0');
  zip_source_seek(buffer, 0, SEEK_SET);
  zip_source_read(buffer, out.data(), out.size());
  zip_source_close(buffer);
  zip_source_free(buffer);
  return out;
}
Parts docx(Parts more = {}) {
  Parts parts{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w:document/>"}};
  parts.insert(parts.end(), more.begin(), more.end());
  return parts;
}

}  // namespace

TEST_CASE("a picture is kept upright, small enough, and without what the camera wrote") {
  const std::string photo = with_exif(encode_jpeg(gradient(4000, 1000), 80), exif(6) + "GPS 42.87 N 74.59 E");
  const auto taken = workshop.take("Биринчи Коңгуроо 2026.JPG", photo);
  REQUIRE(taken);
  CHECK(taken->name == "birinchi-kongguroo-2026.jpg");
  CHECK(taken->type == FileType::jpeg);
  CHECK(taken->size->height == 2560);
  CHECK(taken->size->width == 640);
  CHECK(find_exif(taken->bytes).empty());
  CHECK(taken->bytes.find("GPS") == std::string::npos);
}

TEST_CASE("PNG and WebP stay what they are, with what shines through") {
  const auto png = workshop.take("a.png", encode_png(gradient(300, 200, 4)));
  REQUIRE(png);
  CHECK(sniff_file_type(png->bytes) == FileType::png);
  CHECK(png->size->width == 300);
  const auto webp = workshop.take("a.webp", encode_webp(gradient(300, 200), 80));
  REQUIRE(webp);
  CHECK(sniff_file_type(webp->bytes) == FileType::webp);
}

TEST_CASE("the same picture gives the same bytes, so that duplicates are seen") {
  const std::string photo = encode_jpeg(gradient(640, 480), 80);
  CHECK(workshop.take("a.jpg", photo)->bytes == workshop.take("b.jpg", photo)->bytes);
}

TEST_CASE("a file is what its content says, and its name must agree") {
  const std::string jpeg = encode_jpeg(gradient(10, 10), 80);
  CHECK(fault_of("a.png", jpeg) == UploadFault::name_disagrees);
  CHECK(fault_of("a", jpeg) == UploadFault::name_disagrees);
  CHECK(fault_of("a.jpg.exe", jpeg) == UploadFault::name_disagrees);
  CHECK(fault_of("a.jpg", "MZ\x90\x00 program") == UploadFault::type);
  CHECK(fault_of("a.jpg", "<html><script>") == UploadFault::type);
  CHECK(fault_of("img_1.heic", std::string("\0\0\0\x18"
                                           "ftypheic\0\0\0\0mif1heic",
                                           24)) == UploadFault::phone_picture);
  CHECK(fault_of("img_1.jpg", std::string("\0\0\0\x18"
                                          "ftypmif1\0\0\0\0miafavif",
                                          24)) == UploadFault::phone_picture);
  CHECK(fault_of("scan.tif", std::string("II*\0\x08\0\0\0", 8)) == UploadFault::camera_picture);
  CHECK(fault_of("a.bmp", std::string("BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\2\0\0\0\2\0\0\0", 26)) ==
        UploadFault::camera_picture);
  CHECK(fault_of("a.mp4", std::string("\0\0\0\x18"
                                      "ftypisom\0\0\0\0isomavc1",
                                      24)) == UploadFault::recording);
  CHECK(fault_of("a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 word") == UploadFault::old_office);
  CHECK(fault_of("a.html", "<html><script>") == UploadFault::type);
  CHECK(fault_of("a.pdf", "") == UploadFault::empty);
  CHECK(fault_of("a.zip", archive({{"a.txt", "x"}})) == UploadFault::type);
  CHECK(workshop.take("План работы.PDF", "%PDF-1.7\n")->name == "plan-raboty.pdf");
}

TEST_CASE("SVG is refused whatever it is called") {
  CHECK(fault_of("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>") == UploadFault::drawing);
  CHECK(fault_of("a.png", "<?xml version='1.0'?><svg onload='x'/>") == UploadFault::drawing);
  CHECK(fault_of("a.svg", encode_png(gradient(4, 4))) == UploadFault::drawing);
}

TEST_CASE("pixels are counted before anything is decoded") {
  std::string png = encode_png(gradient(4, 4));
  png.replace(16, 8, std::string("\x00\x00\x1B\x58\x00\x00\x17\x70", 8));  // 7000 × 6000 in its header
  CHECK(fault_of("a.png", png) == UploadFault::too_many_pixels);
  png.replace(16, 8, std::string("\x7F\xFF\xFF\xFF\x7F\xFF\xFF\xFF", 8));
  CHECK(fault_of("a.png", png) == UploadFault::too_many_pixels);
}

TEST_CASE("damaged and costly pictures cost their uploader an error") {
  const std::string jpeg = encode_jpeg(gradient(400, 300), 80);
  CHECK(fault_of("a.jpg", jpeg.substr(0, jpeg.size() / 2)) == UploadFault::damaged);
  CHECK(fault_of("a.jpg", many_scans_jpeg(64, 64)) == UploadFault::too_complex);
  CHECK(Workshop("/nowhere/worker").take("a.jpg", jpeg).error() == UploadFault::too_complex);
}

TEST_CASE("too many bytes are refused") {
  CHECK(fault_of("a.pdf", "%PDF-1.7" + std::string(most_upload_bytes, ' ')) == UploadFault::too_big);
}

TEST_CASE("office files are looked through") {
  CHECK(workshop.take("План.docx", archive(docx())));
  CHECK(workshop.take("a.xlsx", archive({{"xl/workbook.xml", "<workbook/>"},
                                         {"xl/printerSettings/printerSettings1.bin", "x"}})));
  CHECK(fault_of("a.docx", archive(docx({{"word/vbaProject.bin", "macro"}}))) == UploadFault::active);
  CHECK(fault_of("a.docx", archive(docx({{"word/embeddings/a.xlsx", "PK"}}))) == UploadFault::active);
  CHECK(fault_of("a.docx", archive(docx({{"word/media/a.png", "PK\x03\x04 nested"}}))) ==
        UploadFault::active);
  CHECK(fault_of("a.docx", archive(docx({{"word/x.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]>"}}))) ==
        UploadFault::active);
  CHECK(fault_of("a.docx", archive(docx({{"../../etc/passwd", "x"}}))) == UploadFault::archive);
  CHECK(fault_of("a.docx", archive(docx({{"word\\..\\x", "x"}}))) == UploadFault::archive);
  CHECK(fault_of("a.xlsx", archive(docx())) == UploadFault::name_disagrees);
}

TEST_CASE("bombs are not unpacked to their end") {
  CHECK(fault_of("a.docx", archive(docx({{"word/zeros.xml", std::string(30u << 20, '0')}}))) ==
        UploadFault::archive);
  Parts many = docx();
  for (int i = 0; i < 1100; ++i) many.emplace_back(fmt::format("word/{}.xml", i), "x");
  CHECK(fault_of("a.docx", archive(many)) == UploadFault::archive);
}

TEST_CASE("a part is cut out of a picture") {
  const std::string photo = encode_png(gradient(200, 100));
  const auto cut = workshop.crop("a.png", photo, {.left = 25, .top = 10, .width = 50, .height = 30});
  REQUIRE(cut);
  CHECK(cut->size->width == 100);
  CHECK(cut->size->height == 30);
  const auto beyond = workshop.crop("a.png", photo, {.left = 99, .top = -5, .width = 500, .height = 1e300});
  REQUIRE(beyond);
  CHECK(beyond->size->width == 2);
  CHECK(beyond->size->height == 100);
}

TEST_CASE("names are made by us") {
  CHECK(upload_name("../../etc/пароль.jpg", FileType::jpeg) == "parol.jpg");
  CHECK(upload_name("C:\\Users\\a b.png", FileType::png) == "a-b.png");
  CHECK(upload_name("…….pdf", FileType::pdf) == "dokument.pdf");
  CHECK(upload_name("\xFF\xFE.jpg", FileType::jpeg) == "surot.jpg");
  CHECK(upload_name("CON.jpg", FileType::jpeg) != "con.jpg");
}
