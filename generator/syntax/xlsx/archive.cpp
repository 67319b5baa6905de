#include "syntax/xlsx/archive.h"

#include <zip.h>

namespace mektep {

struct ZipArchive::State {
  zip_t* zip = nullptr;
  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (zip) zip_discard(zip);
  }
};

ZipArchive::ZipArchive(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

std::optional<ZipArchive> ZipArchive::open(std::string_view bytes, std::size_t max_entries) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  auto state = std::make_unique<State>();
  if (source) {
    state->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (!state->zip) zip_source_free(source);
  }
  zip_error_fini(&error);
  if (!state->zip) return std::nullopt;
  const zip_int64_t entries = zip_get_num_entries(state->zip, 0);
  if (entries < 0 || static_cast<std::size_t>(entries) > max_entries) return std::nullopt;
  return ZipArchive(std::move(state));
}

ZipArchive::Outcome ZipArchive::read(const std::string& name, std::size_t max_bytes, std::string& out) const {
  out.clear();
  const zip_int64_t index = zip_name_locate(state_->zip, name.c_str(), ZIP_FL_ENC_GUESS);
  if (index < 0) return Outcome::absent;
  zip_file_t* const file = zip_fopen_index(state_->zip, static_cast<zip_uint64_t>(index), 0);
  if (!file) return Outcome::damaged;
  Outcome outcome = Outcome::read;
  std::string piece(64u << 10, '\0');
  for (;;) {
    const zip_int64_t count = zip_fread(file, piece.data(), piece.size());
    if (count < 0) outcome = Outcome::damaged;
    if (count <= 0) break;
    if (out.size() + static_cast<std::size_t>(count) > max_bytes) {
      outcome = Outcome::too_big;
      break;
    }
    out.append(piece, 0, static_cast<std::size_t>(count));
  }
  zip_fclose(file);
  return outcome;
}

}  // namespace mektep
