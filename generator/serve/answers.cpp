#include "serve/answers.h"

#include <charconv>

#include "base/digest.h"
#include "base/text.h"
#include "syntax/json.h"

namespace mektep {

namespace {

constexpr std::string_view own_folder = "/.mektep/";
constexpr std::size_t most_findings = 50;

struct Words {
  std::string_view title, close, open, outdated, more, blocks, warns, notes, hint, nothing;
};

const Words& words(Language language) {
  static constexpr Words ky{"Кемчиликтер",
                            "Жабуу",
                            "Кемчиликтерди көрсөтүү",
                            "Барак эски бойдон калды: адегенде катаны оңдоңуз.",
                            "жана дагы: ",
                            "ката",
                            "эскертүү",
                            "белги",
                            "Кеңеш",
                            "Сайт азырынча түзүлө элек."};
  static constexpr Words ru{"Замечания",
                            "Закрыть",
                            "Показать замечания",
                            "Страница осталась прежней: сначала исправьте ошибку.",
                            "и ещё: ",
                            "ошибка",
                            "предупреждение",
                            "заметка",
                            "Совет",
                            "Сайт пока не собран."};
  static constexpr Words en{"Findings",
                            "Close",
                            "Show the findings",
                            "The page is still the old one: mend the error first.",
                            "and more: ",
                            "error",
                            "warning",
                            "note",
                            "Help",
                            "There is no site yet."};
  return language == Language::ky ? ky : language == Language::ru ? ru : en;
}

std::string state_json(const PreviewState& state, std::string_view page, Language language) {
  const Words& said = words(language);
  JsonWriter json;
  json.begin_object();
  json.key("page").value(page);
  json.key("number").value(std::to_string(state.number));
  json.key("lang").value(code(language));
  json.key("title").value(fmt::format("{}: {}", said.title, state.findings.size()));
  json.key("close").value(said.close);
  json.key("open").value(said.open);
  json.key("hint").value(said.hint);
  json.key("outdated").value(state.outdated ? said.outdated : std::string_view());
  // What stands in the way first.
  std::vector<const Finding*> order;
  for (const Finding& finding : state.findings) order.push_back(&finding);
  std::ranges::stable_sort(order, {}, [](const Finding* finding) { return finding->severity; });
  json.key("findings").begin_array();
  for (std::size_t i = 0; i < std::min(order.size(), most_findings); ++i) {
    const Finding& finding = *order[i];
    std::string place = finding.place.file;
    if (finding.place.mark.line > 0) place += fmt::format(":{}", finding.place.mark.line);
    json.begin_object();
    json.key("severity")
        .value(finding.severity == Severity::blocks  ? said.blocks
               : finding.severity == Severity::warns ? said.warns
                                                     : said.notes);
    json.key("blocks").value(finding.blocks());
    json.key("place").value(place);
    json.key("message").value(finding.message(language));
    json.key("hint").value(finding.hint(language));
    json.key("rule").value(finding.rule->id);
    json.end_object();
  }
  json.end_array();
  const std::size_t rest = order.size() - std::min(order.size(), most_findings);
  json.key("more").value(rest > 0 ? fmt::format("{}{}", said.more, rest) : std::string());
  json.end_object();
  return json.take();
}

std::string with_script(std::string_view html) {
  const std::size_t head = html.find("</head>");
  const std::size_t at = head == std::string_view::npos ? html.size() : head;
  std::string page(html.substr(0, at));
  page += fmt::format("<script src=\"{}overlay.js\" defer data-page=\"{}\"></script>", own_folder,
                      digest(html).hex());
  page += html.substr(at);
  return page;
}

// What stands under an address: a page still without the script.
PreviewAnswer site_answer(const PreviewState& state, std::string_view path, Language language) {
  const std::string html(content_type(".html"));
  const auto nothing = [&] {
    std::string page = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{0}\"><head><meta charset=\"utf-8\"><title>Mektep</title></head>"
        "<body><main><h1>{1}</h1></main></body></html>\n",
        code(language), words(language).nothing);
    return PreviewAnswer{503, html, std::move(page), {}};
  };
  if (!state.site) return nothing();
  std::string file(path.substr(1));
  if (file.empty() || file.ends_with('/')) file += "index.html";
  if (state.site->contains(file)) {
    const std::string* bytes = state.site->file(file);
    return bytes ? PreviewAnswer{200, std::string(content_type(file)), *bytes, {}} : nothing();
  }
  if (state.site->contains(file + "/index.html")) return {301, {}, {}, encode_url(std::string(path) + "/")};
  const bool russian = path.starts_with("/ru/") && state.site->contains("ru/404.html");
  const std::string* lost = state.site->file(russian ? "ru/404.html" : "404.html");
  return {404, html, lost ? *lost : "404", {}};
}

// "state/17/ru/about/": what there is to see once it is no longer number 17. A page knows by its digest
// whether it is still the one of its address, and its sheets and pictures are in it by theirs.
std::optional<PreviewAnswer> state_answer(const Preview& preview, std::string_view asked, Language language,
                                          std::chrono::milliseconds patience) {
  constexpr std::string_view ask = "state/";
  if (!asked.starts_with(ask)) return std::nullopt;
  asked.remove_prefix(ask.size());
  std::uint64_t known = 0;
  const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), known);
  if (error != std::errc()) return std::nullopt;
  const std::string_view path(end, asked.data() + asked.size());
  if (!path.starts_with('/')) return std::nullopt;
  const auto state = preview.wait(known, patience);
  const PreviewAnswer page = site_answer(*state, path, language);
  // Nobody is sent to a page that could not be made.
  const std::string id = page.status == 503 ? "" : digest(page.body).hex();
  return PreviewAnswer{200, std::string(content_type(".json")), state_json(*state, id, language), {}};
}

}  // namespace

std::string_view content_type(std::string_view file) {
  struct Type {
    std::string_view ending, name;
  };
  static constexpr Type types[] = {{".html", "text/html; charset=utf-8"},
                                   {".css", "text/css; charset=utf-8"},
                                   {".js", "text/javascript; charset=utf-8"},
                                   {".json", "application/json; charset=utf-8"},
                                   {".svg", "image/svg+xml"},
                                   {".png", "image/png"},
                                   {".jpg", "image/jpeg"},
                                   {".jpeg", "image/jpeg"},
                                   {".webp", "image/webp"},
                                   {".gif", "image/gif"},
                                   {".ico", "image/x-icon"},
                                   {".pdf", "application/pdf"},
                                   {"feed.xml", "application/atom+xml; charset=utf-8"},
                                   {".xml", "application/xml; charset=utf-8"},
                                   {".ics", "text/calendar; charset=utf-8"},
                                   {".csv", "text/csv; charset=utf-8"},
                                   {".txt", "text/plain; charset=utf-8"},
                                   {".webmanifest", "application/manifest+json; charset=utf-8"},
                                   {".woff2", "font/woff2"},
                                   {".mp3", "audio/mpeg"},
                                   {".mp4", "video/mp4"}};
  for (const Type& type : types) {
    if (file.ends_with(type.ending)) return type.name;
  }
  return "application/octet-stream";
}

bool is_local_host(std::string_view host) {
  if (const std::size_t colon = host.rfind(':'); colon != std::string_view::npos && !host.ends_with(']')) {
    for (const char c : host.substr(colon + 1)) {
      if (c < '0' || c > '9') return false;
    }
    host = host.substr(0, colon);
  }
  return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

PreviewAnswer answer(const Preview& preview, std::string_view path, Language language,
                     std::chrono::milliseconds patience) {
  if (!path.starts_with('/')) return {400, "text/plain", "400\n", {}};
  if (!path.starts_with(own_folder)) {
    PreviewAnswer found = site_answer(*preview.state(), path, language);
    if (found.type == content_type(".html")) found.body = with_script(found.body);
    return found;
  }
  const std::string_view name = path.substr(own_folder.size());
  if (name == "overlay.js") return {200, std::string(content_type(name)), std::string(overlay_script()), {}};
  if (auto state = state_answer(preview, name, language, patience)) return std::move(*state);
  return {404, "text/plain", "404\n", {}};
}

}  // namespace mektep
