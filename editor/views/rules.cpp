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

const Rule help_page_faulty{
    .id = "editor-help-page",
    .message = {"Жардамдын барагы окулбайт", "Страница помощи не читается",
                "a page of the help cannot be read"},
    .expected = {"биринчи сабы «# Аталышы» болгон Markdown", "Markdown, первая строка — «# Название»",
                 "Markdown whose first line is “# Title”"},
    .hint = {"Файлды кошуңуз же биринчи сабын оңдоңуз", "Добавьте файл или исправьте его первую строку",
             "Add the file, or mend its first line"},
    .why = {"Ар бир барактын эки тилде жардамы болот", "У каждой страницы есть помощь на двух языках",
            "Every screen has its help in two languages"},
};

std::span<const Rule* const> views() {
  static constexpr std::array<const Rule*, 3> all{&word_incomplete, &word_twice, &help_page_faulty};
  return all;
}

}  // namespace mektep::editor::rules
