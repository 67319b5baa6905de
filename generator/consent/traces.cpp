#include "consent/traces.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>

#include "base/text.h"
#include "build/render.h"

namespace mektep {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_unpacked = 64u << 20;

bool is_text(std::string_view file) {
  static constexpr std::string_view endings[] = {".html", ".xml", ".json", ".txt",  ".ics",   ".csv",
                                                 ".svg",  ".js",  ".md",   ".yaml", ".jsonld"};
  return std::ranges::any_of(endings, [&](std::string_view end) { return file.ends_with(end); });
}

class TraceSink final : public SiteSink {
 public:
  explicit TraceSink(const TraceSearch& search) : search_(search) {}
  std::expected<void, Finding> write(const std::string& file, std::string_view bytes) override {
    if (search_.holds(file, bytes)) {
      const std::lock_guard lock(mutex_);
      found.insert(file);
    }
    return {};
  }
  std::set<std::string> found;

 private:
  const TraceSearch& search_;
  std::mutex mutex_;
};

std::string gunzip(std::string_view bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return {};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  int state = Z_OK;
  while (state == Z_OK && out.size() < most_unpacked) {
    const std::size_t at = out.size();
    out.resize(at + 65536);
    stream.next_out = reinterpret_cast<Bytef*>(out.data() + at);
    stream.avail_out = 65536;
    state = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  return state == Z_STREAM_END ? out : std::string();
}

std::string unbrotli(std::string_view bytes) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) return {};
  const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t left = bytes.size();
  std::string out;
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out.size() < most_unpacked) {
    const std::size_t at = out.size();
    out.resize(at + 65536);
    std::size_t room = 65536;
    auto* to = reinterpret_cast<std::uint8_t*>(out.data() + at);
    result = BrotliDecoderDecompressStream(state.get(), &left, &in, &room, &to, nullptr);
    out.resize(out.size() - room);
  }
  return result == BROTLI_DECODER_RESULT_SUCCESS ? out : std::string();
}

}  // namespace

void Traces::add(std::string text) {
  if (text.size() > 3 && std::ranges::find(bytes, text) == bytes.end()) bytes.push_back(std::move(text));
}

void Traces::add(const PrivateName& name) {
  if (name.surname.empty()) return;
  if (!name.given.empty()) {
    add(name.surname + " " + name.given);
    add(name.given + " " + name.surname);
  }
  if (!name.patronymic.empty()) add(name.given + " " + name.patronymic);
  names.push_back(name);
}

TraceSearch::TraceSearch(const Traces& traces) {
  for (const std::string& text : traces.bytes) {
    bytes_.push_back(text);
    if (std::string encoded = encode_url(text); encoded != text) {
      bytes_.push_back(lower(encoded));
      bytes_.push_back(std::move(encoded));
    }
  }
  for (const PrivateName& name : traces.names) finder_.add({name.surname, name.given, name.patronymic}, 0);
  named_ = !traces.names.empty();
}

bool TraceSearch::holds(std::string_view file, std::string_view bytes) const {
  if (holds_bytes(file) || holds_bytes(bytes)) return true;
  return named_ && is_text(file) && names_somebody(bytes);
}

bool TraceSearch::holds_bytes(std::string_view bytes) const {
  return std::ranges::any_of(
      bytes_, [&](const std::string& trace) { return bytes.find(trace) != std::string_view::npos; });
}

// A surname alone may be somebody else's.
bool TraceSearch::names_somebody(std::string_view text) const {
  thread_local std::vector<PersonalFind> found;
  finder_.find(text, found);
  return std::ranges::any_of(
      found, [](const PersonalFind& one) { return one.kind == Personal::known_name && !one.surname_only; });
}

std::string unpack_twin(std::string_view name, std::string_view bytes) {
  if (name.ends_with(".gz")) return gunzip(bytes);
  return name.ends_with(".br") ? unbrotli(bytes) : std::string();
}

std::vector<std::string> find_traces(const Traces& traces, const PreparedSite& site) {
  const TraceSearch search(traces);
  TraceSink sink(search);
  static_cast<void>(render_site(site, sink));
  return {sink.found.begin(), sink.found.end()};
}

std::vector<std::string> find_traces(const Traces& traces, const std::string& folder) {
  const TraceSearch search(traces);
  std::set<std::string> found;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (!at->is_regular_file(error)) continue;
    std::ifstream file(at->path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const std::string name = fs::relative(at->path(), folder, error).generic_string();
    const std::string unpacked = unpack_twin(name, bytes);
    const std::string_view without_twin = std::string_view(name).substr(0, name.size() - 3);
    if (search.holds(name, bytes) || (!unpacked.empty() && search.holds(without_twin, unpacked)))
      found.insert(name);
  }
  return {found.begin(), found.end()};
}

}  // namespace mektep
