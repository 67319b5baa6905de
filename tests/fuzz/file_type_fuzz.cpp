// module: syntax
// File headers: no read outside the bytes.
#include <cstdint>

#include "syntax/file_type.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)mektep::sniff_file_type(bytes);
  (void)mektep::image_size(bytes);
  (void)mektep::pdf_pages(bytes);
  return 0;
}
