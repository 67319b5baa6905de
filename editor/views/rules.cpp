#include "editor/views/rules.h"

namespace mektep::editor::rules {

const Rule word_incomplete{
    .id = "editor-word-incomplete",
    .message = {"«{field}» сөзү бардык тилдерде берилген эмес", "Слово «{field}» дано не на всех языках",
                "the word “{field}” is not given in every language"},
    .expected = {"ky, ru жана en тексттери", "тексты ky, ru и en", "texts in ky, ru and en"},
    .hint = {"Жетишпеген текстти кошуңуз", "Добавьте недостающий текст", "Add the missing text"},
    .why = {"Редактор үч тилде сүйлөйт", "Редактор говорит на трёх языках",
            "The editor speaks three languages"},
};

const Rule word_twice{
    .id = "editor-word-twice",
    .message = {"«{field}» сөзү эки жолу берилген", "Слово «{field}» дано дважды",
                "the word “{field}” is given twice"},
    .expected = {"ар бир сөз бир жерде", "каждое слово в одном месте", "each word in one place"},
    .hint = {"Бирин өчүрүңүз", "Уберите одно из них", "Remove one of them"},
    .why = {"Бир сөз эки башка мааниде болбошу керек", "Одно слово не должно значить разное",
            "One word must not mean two things"},
};

std::span<const Rule* const> views() {
  static constexpr std::array<const Rule*, 2> all{&word_incomplete, &word_twice};
  return all;
}

}  // namespace mektep::editor::rules
