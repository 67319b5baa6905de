// module: media
// Readers of pictures: no crash, no read outside the bytes, memory within bounds.
#include <cstdint>

#include "media/look.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto area = mektep::image_size(bytes);
  if (area && std::uint64_t{area->width} * area->height > 1'000'000)
    return 0;  // slow, and no more can go wrong
  (void)mektep::look_at_picture(bytes);
  return 0;
}
