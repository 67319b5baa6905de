// Pictures: whom they show must be known (ICT-20), and those who cannot see them are told what is on them.
#include "base/text.h"
#include "checks/published_texts.h"
#include "checks/rules.h"
#include "content/read.h"
#include "facts/links.h"

namespace mektep {

namespace {

class Pictures {
 public:
  Pictures(const CheckInput& input, Findings& findings) : input_(input), findings_(findings) {}

  void use(const std::string& path, const Place& place, std::string_view field, std::string_view own_alt) {
    const ContentModel& model = input_.site.model;
    const Asset* asset = model.asset(path);
    if (!asset) {
      if (!field.empty()) missing(path, place, field);
      return;
    }
    if (!asset->image && asset->type != FileType::svg) return;
    if (!input_.site.facts.consents.publish(*asset)) {
      withhold(*asset, place, field);
    } else if (asset->people == PeopleShown::nobody && !model.person(asset->stated_by)) {
      findings_.emplace_back(rules::picture_statement, place, std::string(field), asset->path);
    }
    const bool described = asset->decorative || !own_alt.empty() || !asset->alt.in(Locale::ky).empty();
    if (!described) {
      findings_.emplace_back(rules::picture_no_alt, place, std::string(field), path);
    }
  }

  // Every picture that an album names is there.
  void name_order(const Translation& text) {
    const Node* order = text.data.given("pictures");
    if (order == nullptr) return;
    for (const Node& name : order->items) {
      const std::string path = resolve_path(text.file, name.text);
      if (!input_.site.model.asset(path)) missing(path, {text.file, name.mark}, "pictures");
    }
  }

 private:
  void missing(const std::string& path, const Place& place, std::string_view field) {
    std::vector<std::string> names;
    names.reserve(input_.site.model.assets.size());
    for (const Asset& asset : input_.site.model.assets) names.push_back(asset.path);
    const auto near = did_you_mean(path, names);
    findings_.emplace_back(rules::link_broken, place, std::string(field), path,
                           std::vector<Param>{{"suggestion", near ? *near + "?" : "—"}});
  }

  void withhold(const Asset& asset, const Place& place, std::string_view field) {
    if (asset.people != PeopleShown::listed) {
      const bool said = asset.people == PeopleShown::nobody;
      const bool early = said && asset.stated_on && input_.site.facts.today < *asset.stated_on;
      findings_.emplace_back(early  ? rules::picture_statement
                             : said ? rules::picture_unsigned_statement
                                    : rules::picture_people_unknown,
                             place, std::string(field), asset.path);
      return;
    }
    for (const std::string& id : asset.consents) {
      const Consent* consent = input_.site.model.consent(id);
      if (consent && input_.site.facts.consents.covers_pictures(*consent)) continue;
      const bool ended = consent && consent->has_scope("photo") && consent->has_cover("photo") &&
                         input_.site.facts.consents.has_ended(*consent);
      findings_.emplace_back(ended ? rules::picture_withheld : rules::picture_without_consent, place,
                             std::string(field), asset.path, std::vector<Param>{{"consent", id}});
    }
  }

  const CheckInput& input_;
  Findings& findings_;
};

}  // namespace

void check_pictures(const CheckInput& input, Findings& findings) {
  const SiteContext& site = input.site;
  Findings all;
  for_published_texts(
      input, all, [&](const Entry& entry, const Translation& text, Locale locale, Findings& found) {
        Pictures pictures(input, found);
        if (!entry.image.empty() && text.data.given("image"))
          pictures.use(entry.image, text.place("image"), "image", "");
        pictures.name_order(text);
        for (const MdNode& node : text.body.nodes) {
          if (node.type != MdType::image || node.extra.empty()) continue;
          const LinkTarget target =
              resolve_link(site.model, site.facts.permalinks, text.file, locale, node.extra);
          const auto at = static_cast<std::uint32_t>(&node - text.body.nodes.data());
          if (target.kind == LinkKind::asset) {
            pictures.use(target.asset, {text.file, node.mark}, "", plain_text(text.body, at));
          } else if (target.kind == LinkKind::external) {
            found.emplace_back(rules::picture_external, Place{text.file, node.mark}, "",
                               std::string(node.extra));
          }
        }
        // Every picture beside the text may come to be seen: the album's page and {{< gallery >}} show them
        // all.
        const bool shows_all =
            entry.collection == Collection::albums ||
            std::ranges::any_of(text.body.shortcodes, [](const Shortcode& s) { return s.name == "gallery"; });
        if (!shows_all || (locale == Locale::ru && entry.in(Locale::ky))) return;
        for (const Asset& asset : site.model.assets) {
          if (asset.path.starts_with(entry.path + "/")) pictures.use(asset.path, {asset.path, {}}, "", "");
        }
      });
  Pictures pictures(input, all);
  for (const Person& person : site.model.people) {
    if (!person.photo.empty() && site.facts.consents.publish(person).photo().empty()) {
      if (!site.model.asset(person.photo)) pictures.use(person.photo, person.place("photo"), "photo", "-");
    }
  }
  // One description mends every use of a picture: it is asked for once.
  std::set<std::string> undescribed;
  std::erase_if(all, [&](const Finding& one) {
    return one.rule == &rules::picture_no_alt && !undescribed.insert(one.found).second;
  });
  append(findings, std::move(all));
}

}  // namespace mektep
