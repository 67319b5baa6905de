// ICT-20, ICT-21: a picture that shows people by consent comes again somewhere else, scaled, cropped or
// mirrored, and is said there to show nobody, or somebody else.
#include <set>

#include "base/digest.h"
#include "base/parallel.h"
#include "checks/passes.h"
#include "checks/rules.h"
#include "content/read.h"
#include "media/picture.h"
#include "media/picture_print.h"

namespace mektep {

namespace {

struct Original {
  std::string what;  // a picture, or the record of a consent under which one was erased
  std::vector<std::string> consents;
  PicturePrint print;
};

class ReusedPictures {
 public:
  explicit ReusedPictures(const CheckInput& input) : input_(input), site_(input.site) {
    find_originals();
    std::string all;
    for (const Original& one : originals_) {
      all += one.what + ' ' + format_print(one.print);
      for (const std::string& id : one.consents) all += fmt::format(" {}{}", id, holds(id) ? "" : "!");
      all += '\n';
    }
    state_ = sha256_hex(all);
    for (const Answer& answer : site_.model.answers)
      if (answer.kind == AnswerKind::not_personal) answered_.insert(answer.words);
  }

  void run(Findings& findings) const {
    if (originals_.empty()) return;
    const auto& assets = site_.model.assets;
    std::vector<const Original*> found(assets.size());
    parallel_for(
        assets.size(), input_.jobs,
        [&](std::size_t i) {
          if (assets[i].image && Media::has_renditions(assets[i]) && site_.facts.consents.publish(assets[i]))
            found[i] = look(assets[i]);
        },
        1);
    for (std::size_t i = 0; i < assets.size(); ++i) {
      if (!found[i]) continue;
      // As in answers to words: sixteen digits that tell nothing.
      const std::string words = sha256_hex(assets[i].digest.hex() + found[i]->what).substr(0, 16);
      if (answered_.contains(words)) continue;
      Finding& finding =
          findings.emplace_back(rules::picture_reused, Place{assets[i].path, {}}, "", "",
                                std::vector<Param>{{"other", found[i]->what}, {"words", words}});
      if (!is_over(*found[i], assets[i])) finding.severity = Severity::warns;
    }
  }

 private:
  bool holds(const std::string& id) const {
    const Consent* consent = site_.model.consent(id);
    return consent && site_.facts.consents.covers_pictures(*consent);
  }

  void find_originals() {
    const auto& assets = site_.model.assets;
    std::vector<std::optional<PicturePrint>> prints(assets.size());
    parallel_for(
        assets.size(), input_.jobs,
        [&](std::size_t i) {
          if (assets[i].image && assets[i].people == PeopleShown::listed &&
              Media::has_renditions(assets[i])) {
            const auto grey = grey_of(assets[i]);
            prints[i] = grey ? print_of(*grey) : std::nullopt;
          }
        },
        1);
    for (std::size_t i = 0; i < assets.size(); ++i) {
      if (prints[i]) originals_.push_back({assets[i].path, assets[i].consents, *prints[i]});
    }
    for (const Consent& consent : site_.model.consents) {
      for (const std::string& text : read_texts(consent.data.given("pictures"))) {
        if (const auto print = parse_print(text)) originals_.push_back({consent.file, {consent.id}, *print});
      }
    }
  }

  // Pictures are made small and grey once.
  std::optional<GreyPicture> grey_of(const Asset& asset) const {
    constexpr std::string_view recipe = "grey-1";
    const std::string key = asset.digest.hex();
    if (const auto kept = site_.media.cache().find(recipe, key)) {
      if (auto grey = parse_grey(*kept)) return grey;
    }
    const SourceFile* file = site_.snapshot.find(asset.path);
    const auto bytes = file ? site_.snapshot.read_asset(*file) : std::expected<std::string, SourceError>();
    if (!bytes) return std::nullopt;
    const auto picture = decode_picture(*bytes, 128);
    if (!picture) return std::nullopt;
    GreyPicture grey = grey_copy(upright(picture->pixels, picture->orientation));
    site_.media.cache().keep(recipe, key, format_grey(grey));
    return grey;
  }

  // A consent on which the original rests, the other picture does not, and that is not in force.
  bool is_over(const Original& original, const Asset& asset) const {
    return std::ranges::any_of(original.consents, [&](const std::string& id) {
      return !holds(id) && std::ranges::find(asset.consents, id) == asset.consents.end();
    });
  }
  // Where somebody answers for the people on it by consents in force, only what was taken back counts.
  bool matters(const Original& original, const Asset& asset) const {
    if (original.what == asset.path) return false;
    if (asset.people == PeopleShown::listed) return is_over(original, asset);
    return true;
  }

  const Original* look(const Asset& asset) const {
    constexpr std::string_view recipe = "reused-2";
    const std::string key = sha256_hex(asset.digest.hex() + asset.path + state_).substr(0, 32);
    if (const auto kept = site_.media.cache().find(recipe, key)) {
      if (kept->empty()) return nullptr;
      const auto at = std::ranges::find(originals_, *kept, &Original::what);
      if (at != originals_.end()) return &*at;
    }
    const Original* found = nullptr;
    std::optional<PrintSearch> search;
    for (const Original& original : originals_) {
      if (!matters(original, asset)) continue;
      if (!search) {
        const auto grey = grey_of(asset);
        if (!grey) return nullptr;
        search.emplace(*grey);
      }
      if (search->finds(original.print) && (!found || is_over(original, asset))) found = &original;
      if (found && is_over(*found, asset)) break;
    }
    site_.media.cache().keep(recipe, key, found ? found->what : "");
    return found;
  }

  const CheckInput& input_;
  const SiteContext& site_;
  std::vector<Original> originals_;
  std::string state_;
  std::set<std::string> answered_;
};

}  // namespace

void check_reused_pictures(const CheckInput& input, Findings& findings) {
  ReusedPictures(input).run(findings);
}

}  // namespace mektep
