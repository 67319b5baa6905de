#include "search/stemmer.h"

#include <libstemmer.h>

#include <new>

#include "search/kyrgyz.h"

namespace mektep {

struct Stemmer::Russian {
  Russian() : stemmer(sb_stemmer_new("russian", "UTF_8")) {
    if (!stemmer) throw std::bad_alloc();  // the only reason: the algorithm is compiled in
  }
  ~Russian() { sb_stemmer_delete(stemmer); }
  Russian(const Russian&) = delete;
  Russian& operator=(const Russian&) = delete;

  sb_stemmer* stemmer;
};

Stemmer::Stemmer(Locale locale) : russian_(locale == Locale::ru ? std::make_unique<Russian>() : nullptr) {}
Stemmer::~Stemmer() = default;

std::string Stemmer::stem(std::string_view word) {
  if (!russian_) return kyrgyz_stem(word);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(russian_->stemmer, bytes, static_cast<int>(word.size()));
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(russian_->stemmer))};
}

}  // namespace mektep
