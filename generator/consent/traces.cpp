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

// A text without the signs of Markdown and HTML, which may stand within a name, and where its bytes were.
struct Plain {
  std::string text;
  std::vector<std::size_t> places;  // of each byte, and the end
};

bool is_inline(std::string_view tag) {
  static constexpr std::array<std::string_view, 14> names{
      "b", "i", "em", "strong", "a", "span", "mark", "code", "sub", "u", "s", "abbr", "wbr", "del"};
  if (tag.starts_with('/')) tag.remove_prefix(1);
  return std::ranges::find(names, tag.substr(0, tag.find_first_of(" \n/"))) != names.end();
}

Plain without_marks(std::string_view text) {
  Plain plain;
  const auto keep = [&](char c, std::size_t at) {
    plain.text += c;
    plain.places.push_back(at);
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = text[i] == '<' ? text.find('>', i) : std::string_view::npos;
    if (end != std::string_view::npos && end - i < 1000) {
      if (!is_inline(text.substr(i + 1, end - i - 1))) keep(' ', i);
      i = end;
    } else if (std::string_view("*_~`").find(text[i]) == std::string_view::npos) {
      keep(text[i], i);
    }
  }
  plain.places.push_back(text.size());
  return plain;
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
  return std::ranges::any_of(names_in(text), [](const PersonalFind& one) { return !one.surname_only; });
}

std::vector<PersonalFind> TraceSearch::names_in(std::string_view text) const {
  std::vector<PersonalFind> names, found;
  if (!named_) return names;
  finder_.find(text, names);
  const Plain plain = without_marks(text);
  if (plain.text.size() != text.size()) {
    finder_.find(plain.text, found);
    for (PersonalFind& one : found) {
      one.begin = plain.places[one.begin];
      one.end = plain.places[one.end - 1] + 1;
    }
    names.insert(names.end(), found.begin(), found.end());
  }
  std::erase_if(names, [](const PersonalFind& one) { return one.kind != Personal::known_name; });
  return names;
}

std::optional<std::string> TraceSearch::blot(std::string_view text) const {
  std::vector<std::pair<std::size_t, std::size_t>> places;  // begin and end
  for (const std::string& trace : bytes_) {
    for (std::size_t at = text.find(trace); at != std::string_view::npos; at = text.find(trace, at + 1))
      places.emplace_back(at, at + trace.size());
  }
  const std::vector<PersonalFind> found = names_in(text);
  // Where somebody is named in full, the surname alone means the same person.
  const bool full = !places.empty() ||
                    std::ranges::any_of(found, [](const PersonalFind& one) { return !one.surname_only; });
  if (!full) return std::nullopt;
  for (const PersonalFind& one : found) places.emplace_back(one.begin, one.end);
  std::ranges::sort(places);
  std::string left;
  std::size_t at = 0;
  for (const auto& [begin, end] : places) {
    if (begin >= at) left.append(text, at, begin - at).append("…");
    at = std::max(at, end);
  }
  return left.append(text, at);
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
