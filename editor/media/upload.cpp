#include "editor/media/upload.h"

#include <array>
#include <charconv>

#include "base/slug.h"
#include "base/text.h"
#include "media/child.h"
#include "source/file_name.h"

namespace mektep::editor {
namespace {

// Security line 29. Sanitizers reserve more address space than any limit would leave them.
constexpr ChildLimits worker_limits{.cpu_seconds = 10,
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
                                    .memory = ~std::uint64_t{0},
#else
                                    .memory = 512u << 20,
#endif
                                    .output = 64u << 20,
                                    .wall = std::chrono::milliseconds(20'000)};

bool is_picture(FileType type) {
  return type == FileType::jpeg || type == FileType::png || type == FileType::webp;
}
bool is_archive(FileType type) {
  return type == FileType::docx || type == FileType::xlsx || type == FileType::odt;
}

std::string_view ending(FileType type) {
  switch (type) {
    case FileType::jpeg:
      return "jpg";
    case FileType::png:
      return "png";
    case FileType::webp:
      return "webp";
    case FileType::pdf:
      return "pdf";
    case FileType::docx:
      return "docx";
    case FileType::xlsx:
      return "xlsx";
    case FileType::odt:
      return "odt";
    default:
      return "bin";
  }
}

// What somebody is told about a file of a type that is not taken.
UploadFault fault_of(std::string_view name, std::string_view bytes) {
  const std::string_view format = foreign_picture(bytes);
  if (format == "HEIC" || format == "AVIF") return UploadFault::phone_picture;
  if (!format.empty()) return UploadFault::camera_picture;
  const std::string_view sign = bytes.substr(0, 16);
  if (sign.starts_with("\xD0\xCF\x11\xE0") || sign.starts_with("{\\rtf")) return UploadFault::old_office;
  const std::string ending = lower(name.substr(std::min(name.rfind('.'), name.size())));
  if (ending == ".pptx" || ending == ".odp") return UploadFault::old_office;
  const bool recorded = (sign.size() > 8 && sign.substr(4, 4) == "ftyp") || sign.starts_with("ID3") ||
                        sign.starts_with("OggS") || sign.starts_with("RIFF") ||
                        sign.starts_with("\x1A\x45\xDF\xA3");
  return recorded ? UploadFault::recording : UploadFault::type;
}

}  // namespace

const Message& explain(UploadFault fault) {
  static constexpr std::array<Message, 14> texts{{
      {"Файл бош. Башка файл тандаңыз.", "Файл пуст. Выберите другой файл.",
       "The file is empty. Choose another one."},
      {"Файл 20 МБдан чоң. Аны кичирейтиңиз.", "Файл больше 20 МБ. Уменьшите его.",
       "The file is larger than 20 MB. Make it smaller."},
      {"Мындай файл кабыл алынбайт. JPG, PNG, WebP, PDF, DOCX, XLSX же ODT жүктөңүз.",
       "Такие файлы не принимаются. Загрузите JPG, PNG, WebP, PDF, DOCX, XLSX или ODT.",
       "Such files are not accepted. Upload JPG, PNG, WebP, PDF, DOCX, XLSX or ODT."},
      {"SVG кабыл алынбайт: анын ичинде программа болушу мүмкүн. Аны PNG кылып сактаңыз.",
       "SVG не принимается: внутри может быть программа. Сохраните его как PNG.",
       "SVG is not accepted: it may hold a program. Save it as PNG."},
      {"Файлдын аты анын мазмунуна туура келбейт. Атынын аягын текшериңиз.",
       "Имя файла не соответствует содержимому. Проверьте окончание имени.",
       "The name of the file does not agree with its content. Check how it ends."},
      {"Сүрөт өтө чоң: эң көп 40 мегапиксель (PNG менен WebP үчүн 25). Аны кичирейтиңиз.",
       "Изображение слишком велико: не более 40 мегапикселей (25 для PNG и WebP). Уменьшите его.",
       "The picture is too large: at most 40 megapixels (25 for PNG and WebP). Make it smaller."},
      {"Файл бузулган, аны ачууга болбойт. Түпнускасын кайра сактап көрүңүз.",
       "Файл повреждён, открыть его нельзя. Сохраните исходный файл ещё раз.",
       "The file is damaged and cannot be opened. Save the original again."},
      {"Файлды иштетүүгө убакыт же эс жетпей калды. Аны башка программада кайра сактаңыз.",
       "На обработку файла не хватило времени или памяти. Пересохраните его в другой программе.",
       "There was not enough time or memory for this file. Save it again with another program."},
      {"Бул документтин ичи адаттан тыш чоң же бөлүктөрү өтө көп. Аны PDF кылып сактаңыз.",
       "Внутри документа необычно много данных или частей. Сохраните его как PDF.",
       "This document holds unusually much or too many parts. Save it as PDF."},
      {"Документтин ичинде макрос же башка файл бар. Аны PDF кылып сактаңыз.",
       "Внутри документа есть макросы или вложенные файлы. Сохраните его как PDF.",
       "The document holds macros or other files. Save it as PDF."},
      {"Бул — телефондун HEIC же AVIF сүрөтү, аны браузерлер көрсөтө албайт. Телефондо сүрөттү ачып, JPEG "
       "кылып "
       "сактаңыз же экспорттоңуз. Айфон мындан ары JPEG тартсын десеңиз: Жөндөөлөр → Камера → Форматтар → "
       "«Эң шайкеш».",
       "Это снимок телефона в формате HEIC или AVIF, браузеры его не показывают. Откройте его на телефоне и "
       "сохраните "
       "(экспортируйте) как JPEG. Чтобы айфон снимал сразу в JPEG: Настройки → Камера → Форматы → «Наиболее "
       "совместимый».",
       "This is a telephone's HEIC or AVIF picture, which browsers do not show. Open it on the telephone and "
       "save or "
       "export it as JPEG. To have an iPhone take JPEG: Settings → Camera → Formats → Most Compatible."},
      {"Бул — TIFF, BMP, RAW же ушул сыяктуу сүрөт, аны браузерлер көрсөтө албайт. Аны сүрөт программасында "
       "ачып, JPEG "
       "же PNG кылып сактаңыз; сканерленген документ болсо — PDF кылып.",
       "Это изображение TIFF, BMP, RAW или подобное, браузеры его не показывают. Откройте его в программе "
       "для снимков и "
       "сохраните как JPEG или PNG; скан документа — как PDF.",
       "This is a TIFF, BMP, RAW or similar picture, which browsers do not show. Open it in a picture "
       "program and save it "
       "as JPEG or PNG; a scanned document as PDF."},
      {"Үн жана видео бул жерге жүктөлбөйт. Видеону мектептин видео каналына коюп, текстке шилтемесин "
       "кошуңуз.",
       "Звук и видео сюда не загружаются. Выложите видео на канал школы и поставьте в тексте ссылку на него.",
       "Sound and film are not uploaded here. Put the film on the school's channel and link to it in the "
       "text."},
      {"Бул — презентация же эски Office файлы. Аны Word же Excelде ачып, DOCX, XLSX же PDF кылып сактаңыз; "
       "презентацияны PDF кылып.",
       "Это презентация или файл старого Office. Откройте его в Word или Excel и сохраните как DOCX, XLSX "
       "или PDF; презентацию — как PDF.",
       "This is a presentation or a file of an old Office. Open it in Word or Excel and save it as DOCX, "
       "XLSX or PDF; a presentation as PDF."},
  }};
  return texts[static_cast<std::size_t>(fault)];
}

std::expected<FileType, UploadFault> check_upload(std::string_view name, std::string_view bytes) {
  if (bytes.empty()) return std::unexpected(UploadFault::empty);
  if (bytes.size() > most_upload_bytes) return std::unexpected(UploadFault::too_big);
  const FileType type = sniff_file_type(bytes), named = file_type_of_name(name);
  if (type == FileType::svg || named == FileType::svg) return std::unexpected(UploadFault::drawing);
  if (!is_picture(type) && !is_archive(type) && type != FileType::pdf)
    return std::unexpected(fault_of(name, bytes));
  if (named != type) return std::unexpected(UploadFault::name_disagrees);
  if (is_picture(type)) {
    const auto size = image_size(bytes);
    if (!size) return std::unexpected(UploadFault::damaged);
    if (std::uint64_t{size->width} * size->height > most_upload_pixels)
      return std::unexpected(UploadFault::too_many_pixels);
  }
  return type;
}

std::string upload_name(std::string_view name, FileType type) {
  name = name.substr(name.find_last_of("/\\") == std::string_view::npos ? 0 : name.find_last_of("/\\") + 1);
  const std::string_view stem = name.substr(0, name.rfind('.'));
  std::string slug = find_invalid_utf8(stem) ? std::string() : slugify(stem, Locale::ky);
  if (slug.empty()) slug = is_picture(type) ? "surot" : "dokument";
  std::string made = fmt::format("{}.{}", slug, ending(type));
  return check_path(made) ? "fayl-" + made : made;  // names of devices
}

std::expected<std::string, UploadFault> Workshop::run(std::initializer_list<std::string> arguments,
                                                      std::string_view bytes) const {
  auto answer = run_child(worker_, std::vector<std::string>(arguments), bytes, worker_limits);
  if (!answer || answer->empty()) return std::unexpected(UploadFault::too_complex);
  if (answer->front() == '+') return answer->substr(1);
  int fault = 0;
  std::from_chars(answer->data() + 1, answer->data() + answer->size(), fault);
  return std::unexpected(static_cast<UploadFault>(std::min(fault, static_cast<int>(UploadFault::active))));
}

std::expected<Upload, UploadFault> Workshop::take(std::string_view name, std::string_view bytes) const {
  const auto type = check_upload(name, bytes);
  if (!type) return std::unexpected(type.error());
  if (is_picture(*type)) return crop(name, bytes, {});
  if (is_archive(*type)) {
    if (const auto sound = run({"archive"}, bytes); !sound) return std::unexpected(sound.error());
  }
  return Upload{.type = *type, .name = upload_name(name, *type), .bytes = std::string(bytes)};
}

std::expected<Upload, UploadFault> Workshop::crop(std::string_view name, std::string_view bytes,
                                                  const Crop& crop) const {
  const auto type = check_upload(name, bytes);
  if (!type) return std::unexpected(type.error());
  if (!is_picture(*type)) return std::unexpected(UploadFault::type);
  auto made = run(
      {"picture", std::string(ending(*type)), std::to_string(longest_kept_side), fmt::format("{}", crop.left),
       fmt::format("{}", crop.top), fmt::format("{}", crop.width), fmt::format("{}", crop.height)},
      bytes);
  if (!made) return std::unexpected(made.error());
  Upload upload{.type = *type, .name = upload_name(name, *type), .bytes = std::move(*made)};
  upload.size = image_size(upload.bytes);
  if (!upload.size) return std::unexpected(UploadFault::damaged);
  return upload;
}

std::expected<std::string, UploadFault> Workshop::thumbnail(std::string_view bytes,
                                                            std::uint32_t side) const {
  return run({"picture", "jpg", std::to_string(side)}, bytes);
}

}  // namespace mektep::editor
