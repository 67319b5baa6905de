#include "editor/actions/rules.h"

namespace mektep::editor::rules {

const Rule account_email{
    .id = "account-email",
    .message = {"Электрондук почтанын дареги туура эмес", "Неверный адрес электронной почты",
                "this is no e-mail address"},
    .expected = {"аты@мектеп.kg сыяктуу дарек", "адрес вида имя@школа.kg",
                 "an address such as name@school.kg"},
    .hint = {"Даректи текшериңиз", "Проверьте адрес", "Check the address"},
    .why = {"Ар бир адам өз дареги менен кирет", "Каждый входит под своим адресом",
            "Everybody logs in with an address of their own"},
};

const Rule account_email_taken{
    .id = "account-email-taken",
    .message = {"Бул дарек менен аккаунт бар", "Учётная запись с этим адресом уже есть",
                "there is an account with this address"},
    .expected = {"башка дарек", "другой адрес", "another address"},
    .hint = {"Башка дарек жазыңыз же ошол аккаунтту ачыңыз", "Укажите другой адрес или откройте эту запись",
             "Give another address, or open that account"},
    .why = {"Бир аккаунт — бир адам", "Одна запись — один человек", "One account is one person"},
};

const Rule account_name{
    .id = "account-name",
    .message = {"Аты-жөнү жазылган эмес", "Не указаны фамилия и имя", "the name is missing"},
    .expected = {"адамдын аты-жөнү", "фамилия и имя человека", "a person's name"},
    .hint = {"Өзгөртүүлөрдүн тарыхында көрүнө турган атты жазыңыз",
             "Укажите имя, которое будет видно в истории изменений",
             "Give the name that the history of changes will show"},
    .why = {"Тарыхта ким эмне кылганы көрүнүшү керек", "В истории должно быть видно, кто что сделал",
            "The history must show who did what"},
};

const Rule account_last_administrator{
    .id = "account-last-administrator",
    .message = {"Бул — акыркы администратор", "Это последний администратор",
                "this is the last administrator"},
    .expected = {"жок дегенде бир администратор", "хотя бы один администратор", "at least one administrator"},
    .hint = {"Адегенде башка администраторду дайындаңыз", "Сначала назначьте другого администратора",
             "Appoint another administrator first"},
    .why = {"Администраторсуз эч кимди чакырууга болбойт", "Без администратора никого нельзя пригласить",
            "Nobody could be invited without one"},
};

const Rule account_self{
    .id = "account-self",
    .message = {"Өз аккаунтуңузду мындай өзгөртө албайсыз", "Свою запись так изменить нельзя",
                "you cannot change your own account like this"},
    .expected = {"башка адамдын аккаунту", "запись другого человека", "the account of somebody else"},
    .hint = {"Муну башка администратордон сураныңыз", "Попросите другого администратора",
             "Ask another administrator"},
    .why = {"Эч ким өзүн байкабай өчүрүп же укугунан айрып албашы керек",
            "Никто не должен случайно отключить себя", "Nobody should lock themselves out by accident"},
};

const Rule password_short{
    .id = "password-short",
    .message = {"Сырсөз өтө кыска", "Пароль слишком короткий", "the password is too short"},
    .expected = {"кеминде 12 белги", "не менее 12 знаков", "at least 12 characters"},
    .hint = {"Бир нече сөздөн турган сүйлөм жазыңыз", "Придумайте фразу из нескольких слов",
             "Take a phrase of several words"},
    .why = {"Кыска сырсөздү тез табууга болот", "Короткий пароль легко подобрать",
            "A short password is soon guessed"},
};

const Rule password_long{
    .id = "password-long",
    .message = {"Сырсөз өтө узун", "Пароль слишком длинный", "the password is too long"},
    .expected = {"эң көп 1000 белги", "не более 1000 знаков", "at most 1000 characters"},
    .hint = {"Сырсөздү кыскартыңыз", "Сократите пароль", "Shorten it"},
    .why = {"Сервер чексиз текстти окубайт", "Сервер не читает бесконечный текст",
            "The server reads no endless text"},
};

const Rule password_common{
    .id = "password-common",
    .message = {"Мындай сырсөз көп колдонулат", "Такой пароль встречается слишком часто",
                "this password is too common"},
    .expected = {"башка эч ким колдонбогон сырсөз", "пароль, которым больше никто не пользуется",
                 "a password that nobody else has"},
    .hint = {"Байланышы жок бир нече сөз алыңыз", "Возьмите несколько не связанных слов",
             "Take several words that have nothing to do with each other"},
    .why = {"Чабуулчулар адегенде кеңири тараган сырсөздөрдү сынашат",
            "Распространённые пароли пробуют первыми", "Common passwords are tried first"},
};

const Rule password_own_names{
    .id = "password-own-names",
    .message = {"Сырсөз мектептин же сиздин атыңыздан турат",
                "Пароль состоит из названия школы или вашего имени",
                "the password is made of the school's name or yours"},
    .expected = {"атсыз сырсөз", "пароль без имён", "a password without names"},
    .hint = {"Башка сөздөрдү алыңыз", "Возьмите другие слова", "Take other words"},
    .why = {"Аттарды сайттан окуса болот", "Имена можно прочитать на сайте",
            "Names can be read on the website"},
};

const Rule password_wrong{
    .id = "password-wrong",
    .message = {"Азыркы сырсөз туура эмес", "Текущий пароль неверен", "the present password is wrong"},
    .expected = {"азыр колдонуп жаткан сырсөз", "пароль, под которым вы вошли",
                 "the password that you logged in with"},
    .hint = {"Кайра жазыңыз", "Введите ещё раз", "Type it again"},
    .why = {"Ачык калган экрандан сырсөздү эч ким алмаштыра албашы керек",
            "С оставленного экрана никто не должен сменить пароль",
            "Nobody may change it at a screen that was left open"},
};

const Rule code_wrong{
    .id = "code-wrong",
    .message = {"Код туура эмес", "Неверный код", "the code is wrong"},
    .expected = {"тиркемедеги алты цифра же калыбына келтирүү коду",
                 "шесть цифр из приложения или код восстановления",
                 "six digits of the application, or a recovery code"},
    .hint = {"Тиркемедеги жаңы кодду күтүңүз; телефондун сааты туура болсун",
             "Дождитесь нового кода; проверьте часы телефона",
             "Wait for the next code; look whether the phone's clock is right"},
    .why = {"Ар бир код бир гана жолу жарайт", "Каждый код годится один раз", "Each code is good once"},
};

const Rule link_over{
    .id = "link-over",
    .message = {"Бул шилтеме эскирген же колдонулган", "Ссылка устарела или уже использована",
                "this link is out of date or used"},
    .expected = {"жаңы бир жолку шилтеме", "новая одноразовая ссылка", "a new one-time link"},
    .hint = {"Администратордон жаңы шилтеме сураңыз", "Попросите у администратора новую ссылку",
             "Ask the administrator for a new link"},
    .why = {"Бир жолку шилтеме бир гана жолу ачылат", "Одноразовая ссылка открывается один раз",
            "A one-time link opens once"},
};

std::span<const Rule* const> actions() {
  static constexpr std::array<const Rule*, 12> all{
      &account_email,      &account_email_taken, &account_name,  &account_last_administrator,
      &account_self,       &password_short,      &password_long, &password_common,
      &password_own_names, &password_wrong,      &code_wrong,    &link_over};
  return all;
}

}  // namespace mektep::editor::rules
