#include "outputs/structured_data.h"

#include "outputs/values.h"
#include "syntax/json.h"

namespace mektep {

std::string entry_json_ld(const SiteContext& site, const Entry& entry, Locale locale) {
  const bool news = entry.collection == Collection::news, event = entry.collection == Collection::events;
  if (!news && !event) return {};
  const Translation& text = entry.best(locale);
  const auto moment = [&](const DateTime& when) {
    std::string iso = when.iso();
    const int zone = site.model.site.zone_minutes;
    if (when.has_time()) iso += fmt::format("+{:02}:{:02}", zone / 60, zone % 60);
    return iso;
  };
  JsonWriter json;
  json.begin_object();
  json.key("@context").value("https://schema.org");
  json.key("@type").value(news ? "NewsArticle" : "Event");
  json.key(news ? "headline" : "name").value(text.title);
  json.key("inLanguage").value(code(entry.shown_in(locale)));
  json.key("url").value(site.absolute(site.facts.permalinks.of(entry, locale)));
  if (news && entry.date) json.key("datePublished").value(moment(*entry.date));
  if (event && entry.start) json.key("startDate").value(moment(*entry.start));
  if (event && entry.end) json.key("endDate").value(moment(*entry.end));
  if (event && !entry.location.empty()) {
    json.key("location").begin_object();
    json.key("@type").value("Place");
    json.key("name").value(entry.location.best(locale));
    json.end_object();
  }
  json.key(news ? "publisher" : "organizer").begin_object();
  json.key("@type").value("School");
  json.key("name").value(site.model.site.title.best(locale));
  json.key("url").value(site.options.base_url);
  json.end_object();
  json.end_object();
  return json.take();
}

}  // namespace mektep
