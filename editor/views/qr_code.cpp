#include "editor/views/qr_code.h"

#include <qrencode.h>

#include "base/owned.h"
#include "base/text.h"

namespace mektep::editor {

std::string qr_code_svg(const std::string& text, std::string_view label) {
  constexpr int quiet = 4;  // modules around the code, as its standard wants
  const Owned<QRcode, QRcode_free> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M));
  if (!code) return {};
  const int size = code->width + 2 * quiet;
  std::string path;
  for (int y = 0; y < code->width; ++y)
    for (int x = 0; x < code->width; ++x)
      if (code->data[y * code->width + x] & 1) path += fmt::format("M{} {}h1v1h-1z", x + quiet, y + quiet);
  return fmt::format(
      R"(<svg class="qr" role="img" aria-label="{}" viewBox="0 0 {} {}" width="232" height="232">)"
      R"(<rect width="{}" height="{}" fill="#fff"/><path d="{}" fill="#000"/></svg>)",
      escape_html(label), size, size, size, size, path);
}

}  // namespace mektep::editor
