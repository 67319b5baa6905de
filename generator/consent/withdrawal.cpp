#include "consent/withdrawal.h"

#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>

#include "base/phone.h"
#include "base/text.h"
#include "checks/consent_rules.h"
#include "checks/said/said.h"
#include "consent/edit_lines.h"
#include "consent/kept_in_git.h"
#include "content/read.h"
#include "facts/links.h"
#include "facts/publication.h"
#include "media/picture.h"
#include "media/picture_print.h"
#include "names/name_finder.h"
#include "outputs/share_cards.h"
#include "publish/output_folder/rules.h"
#include "source/lfs.h"

namespace mektep {

namespace fs = std::filesystem;

namespace {

using Kind = WithdrawalStep::Kind;

class Plan {
 public:
  Plan(const PreparedSite& site, const Consent& consent)
      : site_(site), model_(site.model), consent_(consent), person_(model_.person(consent.person)) {}

  Withdrawal run() {
    find_pictures();
    find_names();
    change_record();
    if (person_) change_person();
    change_texts();
    take_pictures();
    for (auto& [file, lines] : changed_) plan_.edits.emplace_back(file, lines.text());
    std::ranges::sort(plan_.edits);
    list_pages();
    list_history();
    step(Kind::elsewhere, site_.model.site.base_url);
    return std::move(plan_);
  }

 private:
  void step(Kind kind, std::string what) { plan_.steps.push_back({kind, std::move(what)}); }

  EditLines& lines_of(const std::string& file) {
    const auto known = changed_.find(file);
    if (known != changed_.end()) return known->second;
    const SourceFile* source = site_.snapshot->find(file);
    auto bytes = source ? site_.snapshot->read(*source) : std::expected<std::string, SourceError>();
    return changed_.emplace(file, EditLines(bytes ? std::move(*bytes) : std::string())).first->second;
  }

  // The pictures that this consent alone, or with others, lets the site show.
  void find_pictures() {
    for (const Asset& asset : model_.assets) {
      const bool listed = std::ranges::find(asset.consents, consent_.id) != asset.consents.end();
      const bool portrait = person_ && asset.path == person_->photo;
      if (listed || portrait) pictures_.insert(asset.path);
    }
  }

  // What remains is a record of the paper: no name, and no id made of a name.
  void change_record() {
    EditLines& lines = lines_of(consent_.file);
    if (const Node* person = consent_.data.given("person"); person && consent_.subject.empty()) {
      std::string digits;
      for (const char c : consent_.id)
        if (c >= '0' && c <= '9' && digits.size() < 6) digits += c;
      lines.replace(person->mark.line,
                    fmt::format("subject: employee\npseudonym: employee-{}", digits.empty() ? "0" : digits));
    }
    if (!consent_.withdrawn) lines.append("withdrawn: " + site_.options.today.iso());
    std::string prints;
    for (const std::string& path : pictures_) {
      if (const auto print = print_of_picture(path)) prints += "\n  - " + *print;
    }
    if (!prints.empty() && !consent_.data.given("pictures")) lines.append("pictures:" + prints);
    step(Kind::record, consent_.file);
  }

  // So that the picture is known when it comes again.
  std::optional<std::string> print_of_picture(const std::string& path) const {
    const SourceFile* file = site_.snapshot->find(path);
    const auto bytes = file ? site_.snapshot->read_asset(*file) : std::expected<std::string, SourceError>();
    const auto picture = bytes ? decode_picture(*bytes, 128) : std::unexpected(PictureFault::damaged);
    if (!picture) return std::nullopt;
    const auto print = print_of(grey_copy(upright(picture->pixels, picture->orientation)));
    return print ? std::optional(format_print(*print)) : std::nullopt;
  }

  void change_person() {
    EditLines& lines = lines_of(person_->file);
    if (const Node* consent = person_->data.given("consent"); consent && person_->consent == consent_.id)
      lines.replace(consent->mark.line, "consent: refused");
    if (const Node* photo = person_->data.given("photo")) lines.remove(photo->mark.line);
    step(Kind::person, person_->file);
    plan_.traces.add(person_->id);
    plan_.traces.add(read_text(person_->data.given("email")));
    for (const std::string& phone : read_texts(person_->data.given("phones"))) {
      if (const auto e164 = parse_phone(phone)) {
        plan_.traces.add(*e164);
        plan_.traces.add(format_phone(*e164));
      }
    }
  }

  // The names that may no longer be said: of an employee in both languages, of a pupil when whoever withdraws
  // knows it.
  void find_names() {
    for (const Locale locale : all_locales) {
      if (person_) {
        plan_.traces.add({person_->id, person_->surname.best(locale), person_->given.best(locale),
                          person_->patronymic.best(locale)});
      }
    }
    for (const PrivateName& name : site_.options.private_names)
      if (!consent_.pseudonym.empty() && name.pseudonym == consent_.pseudonym) plan_.traces.add(name);
  }

  void change_texts() {
    std::set<const Entry*> off;  // taken off the site until the name is gone
    if (!plan_.traces.names.empty()) find_name(off);
    for (const Entry& entry : model_.entries) {
      const bool named = std::ranges::find(entry.consents, consent_.id) != entry.consents.end();
      if (named && is_published(entry, site_.options.today)) {
        step(Kind::text, entry.path);  // withheld by the register from now on
        for (const auto& text : entry.translations)
          if (text) withheld_.insert(text->file);
      } else if (off.contains(&entry)) {
        for (const auto& text : entry.translations)
          if (text) lines_of(text->file).insert(1, "draft: true");
        step(Kind::text, entry.path);
      }
      for (const auto& text : entry.translations)
        if (text && drop_pictures(*text)) step(Kind::text, text->file);
    }
  }

  void find_name(std::set<const Entry*>& off) {
    NameFinder finder;
    for (const PrivateName& name : plan_.traces.names)
      finder.add({name.surname, name.given, name.patronymic}, 0);
    std::mutex mutex;
    Findings none;
    for_all_said({*site_.context, site_.pages, site_.options.jobs}, none, [&](const Said& said, Findings&) {
      thread_local std::vector<PersonalFind> found;
      if (said.words) {
        finder.find(said.text, *said.words, found);
      } else {
        finder.find(said.text, found);
      }
      // Many pupils share a surname.
      std::erase_if(found, [&](const PersonalFind& one) {
        return one.kind != Personal::known_name || (!person_ && one.surname_only);
      });
      if (found.empty() || (person_ && said.person == person_)) return;
      const std::lock_guard lock(mutex);
      if (said.entry) {
        off.insert(said.entry);
      } else if (is_in_file(said.in)) {
        files_.insert(std::string(said.file));
      } else {
        const Place place = said.place(found.front().begin);
        by_hand_.insert(place.mark.line > 0 ? fmt::format("{}:{}", place.file, place.mark.line) : place.file);
      }
    });
    for (const std::string& file : files_) step(Kind::file, file);
    for (const std::string& place : by_hand_) step(Kind::by_hand, place);
  }

  // Takes the pictures out of a text: its `image:`, its list of pictures, those in the text.
  bool drop_pictures(const Translation& text) {
    bool dropped = false;
    const auto goes = [&](std::string_view name) {
      return pictures_.contains(resolve_path(text.file, name));
    };
    if (const Node* image = text.data.given("image"); image && goes(image->text)) {
      lines_of(text.file).remove(image->mark.line);
      dropped = true;
    }
    if (const Node* list = text.data.given("pictures")) {
      for (const Node& item : list->items) {
        if (!goes(item.text)) continue;
        lines_of(text.file).remove_item(item.mark.line, item.text);
        dropped = true;
      }
    }
    for (const MdNode& node : text.body.nodes) {
      if (node.type != MdType::image || node.extra.empty() || !goes(node.extra)) continue;
      lines_of(text.file).remove_picture(node.mark.line, node.extra);
      dropped = true;
    }
    return dropped;
  }

  void take_pictures() {
    for (const SourceFile& file : site_.snapshot->files()) {
      if (file.size > 1024 || pictures_.contains(file.path)) continue;
      if (const auto oid = object_of(file)) kept_.insert(*oid);
    }
    for (const std::string& path : pictures_) {
      step(Kind::picture, path);
      plan_.edits.emplace_back(path, std::nullopt);
      const Asset* asset = model_.asset(path);
      plan_.keys.push_back(asset->digest.hex());
      if (!asset->sidecar.empty()) plan_.edits.emplace_back(asset->sidecar, std::nullopt);
      if (const auto publishable = site_.facts.consents.publish(*asset)) {
        if (const Picture* picture = site_.media.picture(*publishable))
          for (const Rendition& rendition : picture->renditions)
            plan_.traces.add(rendition.file.substr(rendition.file.rfind('/') + 1));
      }
      const SourceFile* file = site_.snapshot->find(path);
      const auto oid = file ? object_of(*file) : std::nullopt;
      const auto place = oid && !kept_.contains(*oid) ? site_.snapshot->lfs_object(*oid) : std::nullopt;
      if (place) {
        plan_.objects.push_back(*place);
        step(Kind::object, *oid);
      }
    }
  }
  std::optional<std::string> object_of(const SourceFile& file) const {
    const auto bytes =
        file.size <= 1024 ? site_.snapshot->read(file) : std::expected<std::string, SourceError>();
    const auto pointer = bytes ? parse_lfs_pointer(*bytes) : std::nullopt;
    return pointer ? std::optional(pointer->oid) : std::nullopt;
  }

  // Files of the site that are made from what goes away.
  void list_pages() {
    std::set<std::string> touched = withheld_;
    for (const auto& [file, unused] : plan_.edits) touched.insert(file);
    for (const PlannedOutput& output : site_.pages.outputs()) {
      const bool made =
          std::ranges::any_of(output.sources, [&](const std::string& s) { return touched.contains(s); });
      if (made) step(Kind::page, output.file);
    }
  }

  // Earlier versions: what Git LFS has of them is erased, too; of the rest the list tells.
  void list_history() {
    SoughtInGit sought{plan_.traces, pictures_, {}};
    sought.paths.insert(withheld_.begin(), withheld_.end());
    for (const std::string& path : pictures_) sought.digests.insert(model_.asset(path)->digest.hex());
    const KeptInGit kept = find_kept_in_git(site_.options.repository, sought);
    for (const std::string& oid : kept.objects) {
      const auto place = kept_.contains(oid) ? std::nullopt : site_.snapshot->lfs_object(oid);
      if (!place || std::ranges::find(plan_.objects, *place) != plan_.objects.end()) continue;
      plan_.objects.push_back(*place);
      step(Kind::object, oid);
    }
    for (const std::string& place : kept.places) step(Kind::history, place);
  }

  const PreparedSite& site_;
  const ContentModel& model_;
  const Consent& consent_;
  std::set<std::string> withheld_;  // files that stay as they are, and leave the site with the consent
  const Person* person_;
  std::set<std::string> pictures_, files_, by_hand_;
  std::set<std::string> kept_;  // objects of Git LFS that other files need
  std::map<std::string, EditLines> changed_;
  Withdrawal plan_;
};

}  // namespace

std::expected<Withdrawal, Finding> plan_withdrawal(const PreparedSite& site, std::string_view id) {
  const Consent* consent = site.model.consent(id);
  if (!consent) {
    std::vector<std::string> ids;
    for (const Consent& one : site.model.consents) ids.push_back(one.id);
    const auto near = did_you_mean(id, ids);
    return std::unexpected(Finding(rules::consent_unknown, {}, "", std::string(id),
                                   {{"suggestion", near ? *near + "?" : std::string("consents/")}}));
  }
  return Plan(site, *consent).run();
}

std::expected<void, Finding> carry_out(const Withdrawal& withdrawal, const std::string& repository) {
  for (const auto& [file, bytes] : withdrawal.edits) {
    const fs::path path = fs::path(repository) / file, beside = path.string() + ".new";
    std::error_code error;
    if (!bytes) {
      fs::remove(path, error);
      continue;
    }
    std::ofstream(beside, std::ios::binary) << *bytes;
    fs::rename(beside, path, error);
    if (error)
      return std::unexpected(Finding(rules::output_write_failed, Place{file, {}}, "", "",
                                     {{"path", path.string()}, {"reason", error.message()}}));
  }
  return {};
}

void erase(const Withdrawal& withdrawal, const std::string& cache_folder) {
  std::error_code ignored;
  for (const std::string& object : withdrawal.objects) fs::remove(object, ignored);
  // DIR/<recipe>/<first 2 digits of the key>/<key>…
  if (cache_folder.empty()) return;
  // A title may name them: share cards are cheap to draw again.
  fs::remove_all(fs::path(cache_folder) / share_card_recipe, ignored);
  for (const fs::directory_entry& recipe : fs::directory_iterator(cache_folder, ignored)) {
    for (const std::string& key : withdrawal.keys) {
      const fs::path folder = recipe.path() / key.substr(0, 2);
      std::vector<fs::path> made;
      for (const fs::directory_entry& file : fs::directory_iterator(folder, ignored))
        if (file.path().filename().string().starts_with(key)) made.push_back(file.path());
      for (const fs::path& file : made) fs::remove(file, ignored);
    }
  }
}

}  // namespace mektep
