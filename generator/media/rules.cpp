#include "media/rules.h"

namespace mektep {
namespace rules {

const Rule media_pdf_no_text{
    .id = "media-pdf-no-text",
    .severity = Severity::warns,
    .clauses = "ICT-22",
    .message = {"PDF ичинде текст жок, барактары сүрөт гана: анда кимдин аты турганы текшерилген жок",
                "В PDF нет текста, страницы – только изображения: есть ли в нём имена, не проверено",
                "The PDF has no text, its pages are pictures: whether it names anybody was not checked"},
    .expected = {"тексти таанылган PDF", "PDF с распознанным текстом", "a PDF with its text recognised"},
    .hint =
        {"Файлды «PDF катары сактоо» менен Word'дон чыгарыңыз же сканерде текст таанууну (OCR) күйгүзүңүз. "
         "Барактарын өзүңүз окуп, аттар жок экенин текшериңиз.",
         "Сохраните файл из Word через «Сохранить как PDF» или включите распознавание текста (OCR) при "
         "сканировании. Прочитайте страницы сами: нет ли в них имён.",
         "Save the file from Word with “Save as PDF”, or scan it with text recognition (OCR). Read the pages "
         "yourself for names."},
    .why = {"Мындай документти экран окугуч окубайт, издөө таппайт, андагы аттарды программа көрбөйт.",
            "Такой документ не прочтёт экранный диктор и не найдёт поиск, а имён в нём программа не видит.",
            "No screen reader reads such a document, no search finds it, and the program does not see the "
            "names in "
            "it."}};

const Rule media_pdf_unreadable{
    .id = "media-pdf-unreadable",
    .severity = Severity::warns,
    .clauses = "",
    .message = {"PDF файлды окуу мүмкүн эмес: {reason}", "PDF-файл не читается: {reason}",
                "The PDF file cannot be read: {reason}"},
    .expected = {"сырсөзсүз, бузулбаган PDF", "неповреждённый PDF без пароля",
                 "a sound PDF without a password"},
    .hint =
        {"Файлды компьютерде ачып көрүңүз. Ачылбаса же сырсөз сураса, аны кайра сканерлеңиз же «PDF катары "
         "сактоо» менен кайра сактаңыз.",
         "Откройте файл на компьютере. Если он не открывается или просит пароль, отсканируйте его заново или "
         "сохраните ещё раз через «Сохранить как PDF».",
         "Open the file on a computer. If it does not open or asks for a password, scan it again or save it "
         "again with “Save as PDF”."},
    .why = {"Мындай документти ата-эне да ача албайт, ал эми сайттагы издөө анын текстин таппайт.",
            "Такой документ не откроется и у родителей, а поиск по сайту не найдёт его текста.",
            "Parents will not be able to open such a document either, and the search of the site will not "
            "find its "
            "text."}};

const Rule media_drawing_damaged{
    .id = "media-drawing-damaged",
    .severity = Severity::blocks,
    .message = {"Чийме бузулган же өтө татаал: аны көрсөтүүгө болбойт",
                "Рисунок повреждён или слишком сложен: его нельзя показать",
                "The drawing is damaged or too complex: it cannot be shown"},
    .expected = {"браузер тарта ала турган SVG", "SVG, который браузер может нарисовать",
                 "an SVG that a browser can draw"},
    .hint = {"Чиймени «жөнөкөй SVG» же PNG түрүндө кайра сактаңыз.",
             "Сохраните рисунок заново как «простой SVG» или PNG.",
             "Save the drawing again as “plain SVG” or as PNG."},
    .why = {"Чийменин ордунда окурман бош жер көрөт.", "На месте рисунка читатель увидит пустоту.",
            "Readers would see nothing where the drawing should be."}};

const Rule media_picture_damaged{
    .id = "media-picture-damaged",
    .severity = Severity::blocks,
    .message = {"Сүрөт бузулган: аны аягына чейин окуу мүмкүн эмес",
                "Изображение повреждено: его нельзя прочитать до конца",
                "The picture is damaged: it cannot be read to its end"},
    .expected = {"бүтүн JPEG, PNG, WebP же GIF", "целый файл JPEG, PNG, WebP или GIF",
                 "a whole JPEG, PNG, WebP or GIF"},
    .hint =
        {"Сүрөттү телефондон же камерадан кайра көчүрүңүз: мурунку көчүрүү аягына чыкпай калган окшойт.",
         "Скопируйте снимок с телефона или камеры ещё раз: похоже, прошлое копирование прервалось.",
         "Copy the picture from the telephone or camera again: the last time it seems to have been cut off."},
    .why = {"Бузулган сүрөттүн жарымы боз тилке болуп көрүнөт же такыр ачылбайт.",
            "Половина повреждённого снимка видна серой полосой, или он не открывается вовсе.",
            "Half of a damaged picture shows as a grey bar, or it does not open at all."}};

const Rule media_picture_too_large{
    .id = "media-picture-too-large",
    .severity = Severity::blocks,
    .message = {"Сүрөт өтө чоң: {found} пиксель", "Изображение слишком большое: {found} пикселей",
                "The picture is too large: {found} pixels"},
    .expected = {"64 мегапикселге чейинки JPEG; 25 мегапикселге чейинки PNG, WebP же GIF",
                 "JPEG до 64 мегапикселей; PNG, WebP или GIF до 25 мегапикселей",
                 "a JPEG of at most 64 megapixels; a PNG, WebP or GIF of at most 25"},
    .hint = {"Сүрөттү кичирейтип сактаңыз: сайт үчүн туурасы 2000 пиксель жетиштүү.",
             "Уменьшите изображение и сохраните: для сайта хватает ширины 2000 пикселей.",
             "Make the picture smaller and save it: 2000 pixels of width are enough for the site."},
    .why = {"Мындай сүрөттү ачуу компьютердин бүт эсин алып коюшу мүмкүн.",
            "Такое изображение при открытии может занять всю память компьютера.",
            "Opening such a picture can take all memory of a computer."}};

const Rule media_picture_too_complex{
    .id = "media-picture-too-complex",
    .severity = Severity::blocks,
    .message = {"Сүрөт адаттан тыш түзүлгөн: аны ачуу өтө көп убакыт алат",
                "Изображение устроено необычно: его раскрытие заняло бы слишком много времени",
                "The picture is built in an unusual way: unpacking it would take too long"},
    .expected = {"телефон же камера жасаган кадимки JPEG", "обычный JPEG, какие делают телефоны и камеры",
                 "an ordinary JPEG such as telephones and cameras make"},
    .hint =
        {"Сүрөттү сүрөт программасында ачып, жаңы JPEG катары сактаңыз. Аны ким жөнөткөнүн да сураңыз.",
         "Откройте изображение в любой программе и сохраните как новый JPEG. Узнайте и то, кто его прислал.",
         "Open the picture in a picture program and save it as a new JPEG. Ask, too, who sent it."},
    .why = {"Кээ бир файлдар атайын программаларды токтотуп коюу үчүн жасалат.",
            "Некоторые файлы делают нарочно, чтобы остановить программы.",
            "Some files are made on purpose to bring programs to a halt."}};

const Rule media_picture_animated{
    .id = "media-picture-animated",
    .severity = Severity::warns,
    .message = {"Сүрөт кыймылдуу: сайтта анын биринчи кадры гана көрүнөт",
                "Изображение анимированное: на сайте будет виден только первый кадр",
                "The picture is animated: the site shows its first frame only"},
    .expected = {"кыймылсыз сүрөт", "неподвижное изображение", "a still picture"},
    .hint = {"Керектүү кадрды өзүнчө сүрөт катары сактаңыз. Кыймыл керек болсо, видеого шилтеме бериңиз.",
             "Сохраните нужный кадр отдельным изображением. Если нужно движение, дайте ссылку на видео.",
             "Save the frame that you want as a picture of its own. If movement matters, link to a video."},
    .why = {"Тынымсыз кыймыл окуганга тоскоол болот, кээ бир адамдарга зыян, ал эми файл чоң болот.",
            "Непрерывное движение мешает читать, некоторым людям вредит, а файл получается большим.",
            "Constant movement distracts readers, harms some of them, and makes a heavy file."}};

const Rule media_picture_for_print{
    .id = "media-picture-for-print",
    .severity = Severity::notes,
    .message =
        {"Сүрөт басмага даярдалган ({found}): сайтта түстөрү бир аз башкача көрүнүшү мүмкүн",
         "Изображение подготовлено для печати ({found}): на сайте цвета могут немного отличаться",
         "The picture is made for print ({found}): its colours may look slightly different on the site"},
    .expected = {"RGB, 8 бит", "RGB, 8 бит", "RGB, 8 bit"},
    .hint = {"Түстөр маанилүү болсо, сүрөттү RGB (sRGB) түрүндө кайра сактаңыз.",
             "Если цвета важны, сохраните изображение в RGB (sRGB).",
             "If the colours matter, save the picture as RGB (sRGB)."},
    .why = {"Экран түстөрдү басмаканадан башкача көрсөтөт; көп браузерлер мындай сүрөттү такыр ачпайт, "
            "ошондуктан ал которулат.",
            "Экран показывает цвета не так, как типография; многие браузеры таких изображений не открывают, "
            "поэтому оно переводится.",
            "Screens show colours in another way than a printer; many browsers do not open such pictures, so "
            "it is converted."}};

const Rule media_picture_exif{
    .id = "media-picture-exif",
    .severity = Severity::notes,
    .message = {"Сүрөттүн кызматтык маалыматы (EXIF) бузулган",
                "Служебные данные (EXIF) изображения повреждены",
                "The camera's notes (EXIF) in the picture are damaged"},
    .expected = {"бузулбаган EXIF же анын жоктугу", "неповреждённый EXIF или его отсутствие",
                 "sound EXIF, or none"},
    .hint = {"Сүрөт сайтта туура бурулганын текшериңиз. Жантайып калса, аны буруп, кайра сактаңыз.",
             "Проверьте, правильно ли изображение повёрнуто на сайте. Если нет, поверните его и сохраните "
             "ещё раз.",
             "See whether the picture stands upright on the site. If not, turn it and save it again."},
    .why = {"Камера кандай кармалганы EXIF ичинде жазылат; аны окуй албасак, сүрөт капталынан түшүп калышы "
            "мүмкүн. Сайтка EXIF эч качан чыкпайт.",
            "В EXIF записано, как держали камеру; если его не прочесть, снимок может лечь набок. На сайт "
            "EXIF никогда не попадает.",
            "EXIF tells how the camera was held; when it cannot be read the picture may lie on its side. "
            "EXIF never gets to the site."}};

}  // namespace rules

std::span<const Rule* const> media_rules() {
  static constexpr const Rule* all[] = {
      &rules::media_pdf_no_text,      &rules::media_pdf_unreadable,    &rules::media_drawing_damaged,
      &rules::media_picture_damaged,  &rules::media_picture_too_large, &rules::media_picture_too_complex,
      &rules::media_picture_animated, &rules::media_picture_for_print, &rules::media_picture_exif};
  return all;
}

}  // namespace mektep
