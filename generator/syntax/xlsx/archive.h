// The files in a ZIP archive. Internal to this folder.
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mektep {

class ZipArchive {
 public:
  // nullopt when it is no ZIP archive, damaged, or has more than `max_entries` files.
  static std::optional<ZipArchive> open(std::string_view bytes, std::size_t max_entries);
  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;
  ~ZipArchive();

  enum class Outcome { read, absent, damaged, too_big };
  // Unpacks at most `max_bytes`, whatever the directory of the archive promises.
  Outcome read(const std::string& name, std::size_t max_bytes, std::string& out) const;

 private:
  struct State;
  explicit ZipArchive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace mektep
