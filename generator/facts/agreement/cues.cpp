#include "facts/agreement/cues.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "names/words.h"

namespace mektep {

namespace {

// Beginnings of words; those with a full stop behind are whole words.
constexpr std::array<std::string_view, 25> lists{
    "окуучу окуучулар ученик учащи школьник",
    "мугалим педагог учител преподавател",
    "жалпы бардыгы баары саны всего общее количество числ контингент",
    "мектеп мектеб школ",
    "окуй окуш окуган билим учатс учитс учится обуча",
    "эмгекте иште работа труд",
    "класс катыш участв кружок кружк ийрим олимпиад турнир мелдеш конкурс сынак команд топ. групп экскурси "
    "поход барды. "
    "поеха бүтүрүүчү выпускни бүтүр окончил сыйла награжд тапшыр сдал келди келишти пришл жеңүүчү победи "
    "призёр байге "
    "автобус лагер смен жаңы. новых биринчи. орун мест прибы кабыл. принят тилек катталды биринчи-класс ата "
    "энелик них. ичинен",
    "болжол. болжолдуу чамал тегерегинде около примерно порядка приблизительно приблизительное",
    "ашык ашуун көп. көбүрөөк более больше свыше",
    "дээрлик жакын чукул почти",
    "мурда мурун ошол. кезде кезинде алгач башында учурда. тогда раньше прежде когда. было. были. был. была. "
    "болгон "
    "насчитывал эле. окучу училось работало",
    "негиздел уюшул түзүлгөн ачылган ачылып основан открыт образован. образована. создан",
    "директор",
    "орун. орунбаса заместител зам. завуч басар",
    "мурдагы мурунку бывш прежн экс. первый. первым. биринчи. тунгуч туңгуч алгачкы",
    "көчө улиц ул. проспект",
    "лицензия лиценз",
    "күндүк күн. дневн дней. дня. днев пятиднев шестиднев",
    "жума. жумасы жумалык жумасына недел",
    "иште ачы работа открыт",
    "коңшу башка. соседн друг друго",
    "музей китепкана библиотек имарат здани спортзал кабинет кружок ийрим интернат ашкана столов зал. залы "
    "бассейн лаборатори "
    "стадион аянтча площадк",
    "бала. балдар. детей. ребят.",
    "биздин мектебибиз наша. нашей. нашу. наш. нашего. нашем.",
    "тел. телефон чалы звон позвон факс приемн кабылдама"};

}  // namespace

bool is_cue(std::string_view word, Cue cue) {
  struct Words {
    std::vector<std::string> beginnings, whole;
  };
  static const std::array<Words, lists.size()> all = [] {
    std::array<Words, lists.size()> made;
    for (std::size_t i = 0; i < lists.size(); ++i) {
      for (const std::string_view one : split(lists[i], ' ')) {
        const bool whole = one.ends_with('.');
        const std::string folded = fold_word(one.substr(0, one.size() - (whole ? 1 : 0)));
        if (!folded.empty()) (whole ? made[i].whole : made[i].beginnings).push_back(folded);
      }
    }
    return made;
  }();
  const Words& words = all[static_cast<std::size_t>(cue)];
  return std::ranges::find(words.whole, word) != words.whole.end() ||
         std::ranges::any_of(words.beginnings, [&](const std::string& b) { return word.starts_with(b); });
}

}  // namespace mektep
