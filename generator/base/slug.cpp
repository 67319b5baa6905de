#include "base/slug.h"

#include "base/text.h"

namespace mektep {
namespace {

struct Romanised {
  char32_t letter;
  std::string_view ky, ru;
};

// BGN/PCGN 1979 folded to ASCII; hard and soft sign are dropped. Letters of neighbouring languages occur in
// names.
constexpr Romanised letters[] = {
    {U'а', "a", "a"},    {U'б', "b", "b"},       {U'в', "v", "v"},   {U'г', "g", "g"},
    {U'д', "d", "d"},    {U'е', "e", "e"},       {U'ё', "yo", "yo"}, {U'ж', "j", "zh"},
    {U'з', "z", "z"},    {U'и', "i", "i"},       {U'й', "y", "y"},   {U'к', "k", "k"},
    {U'л', "l", "l"},    {U'м', "m", "m"},       {U'н', "n", "n"},   {U'ң', "ng", "ng"},
    {U'о', "o", "o"},    {U'ө', "o", "o"},       {U'п', "p", "p"},   {U'р', "r", "r"},
    {U'с', "s", "s"},    {U'т', "t", "t"},       {U'у', "u", "u"},   {U'ү', "u", "u"},
    {U'ф', "f", "f"},    {U'х', "kh", "kh"},     {U'ц', "ts", "ts"}, {U'ч', "ch", "ch"},
    {U'ш', "sh", "sh"},  {U'щ', "shch", "shch"}, {U'ъ', "", ""},     {U'ы', "y", "y"},
    {U'ь', "", ""},      {U'э', "e", "e"},       {U'ю', "yu", "yu"}, {U'я', "ya", "ya"},
    {U'ә', "a", "a"},    {U'ґ', "g", "g"},       {U'ғ', "g", "g"},   {U'є', "e", "ye"},
    {U'і', "i", "i"},    {U'ї', "yi", "yi"},     {U'қ', "k", "k"},   {U'ў', "u", "u"},
    {U'ҳ', "h", "h"},    {U'ç', "ch", "ch"},     {U'ğ', "g", "g"},   {U'ı', "y", "y"},
    {U'ö', "o", "o"},    {U'ş', "sh", "sh"},     {U'ü', "u", "u"},   {U'\u00E9', "e", "e"},
    {U'№', "no", "no"},  {U'\'', "", ""},        {U'’', "", ""},     {U'ʼ', "", ""},
    {U'\u00AD', "", ""}, {U'\u0301', "", ""},
};

constexpr bool is_plain(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// What `c` (small) becomes; nullopt = it parts words.
std::optional<std::string_view> romanise(char32_t c, Locale locale) {
  const auto* found = std::ranges::find(letters, c, &Romanised::letter);
  if (found == std::end(letters)) return std::nullopt;
  return locale == Locale::ky ? found->ky : found->ru;
}

}  // namespace

std::string slugify(std::string_view title, Locale locale, std::size_t limit) {
  const std::string text = to_nfc(title);
  std::string slug;
  bool parted = false;
  auto put = [&](std::string_view piece) {
    if (piece.empty()) return;
    if (parted && !slug.empty()) slug += '-';
    parted = false;
    slug += piece;
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = to_lower(next_code_point(text, at));
    if (is_plain(c)) {
      const char plain = static_cast<char>(c);
      put({&plain, 1});
    } else if (const auto piece = romanise(c, locale)) {
      put(*piece);
    } else {
      parted = true;
    }
  }
  if (slug.size() <= limit) return slug;
  // The last whole word within the limit; a single word longer than that is cut.
  const std::size_t hyphen = slug.rfind('-', limit);
  slug.resize(hyphen == std::string::npos ? limit : hyphen);
  return slug;
}

bool is_slug(std::string_view text) {
  if (text.empty() || text.front() == '-' || text.back() == '-') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '-' ? text[i - 1] == '-' : !is_plain(static_cast<unsigned char>(text[i]))) return false;
  }
  return true;
}

}  // namespace mektep
