// A ZIP archive of stored files, made by hand: for workbooks and documents in tests.
#pragma once
#include <zlib.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace mektep::test {

inline std::string make_zip(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string archive, directory;
  const auto put = [](std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
  };
  for (const auto& [name, bytes] : files) {
    const std::uint64_t offset = archive.size();
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
    const auto common = [&](std::string& out) {
      for (const int field : {20, 0x800, 0, 0, 0x21}) put(out, static_cast<std::uint64_t>(field), 2);
      for (const std::uint64_t field :
           {std::uint64_t{sum}, std::uint64_t{bytes.size()}, std::uint64_t{bytes.size()}})
        put(out, field, 4);
      put(out, name.size(), 2);
      put(out, 0, 2);
    };
    archive += "PK\3\4";
    common(archive);
    archive += name + bytes;
    directory += "PK\1\2";
    put(directory, 20, 2);
    common(directory);
    for (const int size : {2, 2, 2, 4}) put(directory, 0, size);
    put(directory, offset, 4);
    directory += name;
  }
  const std::uint64_t start = archive.size();
  archive += directory + "PK\5\6";
  put(archive, 0, 4);
  put(archive, files.size(), 2);
  put(archive, files.size(), 2);
  put(archive, directory.size(), 4);
  put(archive, start, 4);
  put(archive, 0, 2);
  return archive;
}

}  // namespace mektep::test
