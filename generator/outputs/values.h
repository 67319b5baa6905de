// The small objects that templates see everywhere: dates, links, pictures, teasers, documents, people,
// contacts. themes/README.md is their reference; a test compares the two.
#pragma once
#include <optional>
#include <string>

#include "facts/consent.h"
#include "outputs/site_context.h"
#include "theme/value.h"

namespace mektep {

Value date_value(const std::optional<DateTime>& moment, Locale locale, int zone_minutes);
Value date_value(const std::optional<Date>& date, Locale locale);
Value link_value(std::string title, std::string url);
Value picture_value(const SiteContext& site, const PublishableAsset& asset, Locale locale);
// The picture of an asset path; none when there is no such asset or it may not be published.
Value picture_value(const SiteContext& site, std::string_view asset_path, Locale locale);
Value tags_value(const SiteContext& site, const Entry& entry, Locale locale);
Value entry_value(const SiteContext& site, const Entry& entry, Locale locale);
Value document_value(const SiteContext& site, const Document& document, Locale locale);
Value person_value(const SiteContext& site, const PublicPerson& person, Locale locale);
// Of the school, from school/organisation.yaml; none when that has neither address, telephone nor e-mail.
Value school_contacts_value(const SiteContext& site, Locale locale);

// What a list or a feed says of an entry: its summary, or the beginning of its text.
std::string teaser(const Entry& entry, Locale locale);
// One line: "720001, Чүй облусу, Ак-Булак айылы, Манас көчөсү, 12"; `address` is an address of
// schema/common.yaml.
std::string format_address(const Node* address, Locale locale);
// "дш.–жм." of a list of weekdays.
std::string format_days(const Node* days, Locale locale);
std::string language_label(Locale language, Locale locale);  // «кыргызча», «на русском»
std::string own_language_name(Locale locale);                // «Кыргызча», «Русский»

}  // namespace mektep
