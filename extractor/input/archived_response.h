#ifndef DEMARCHE_EXTRACTOR_INPUT_ARCHIVED_RESPONSE_H_
#define DEMARCHE_EXTRACTOR_INPUT_ARCHIVED_RESPONSE_H_

#include <map>
#include <string>
#include <string_view>

namespace demarche {

/// Names in lower case, and what they say.
using Headers = std::map<std::string, std::string, std::less<>>;

/// The value of a header; empty: it is not there.
std::string_view value_of(const Headers& headers, std::string_view name);

/// Adds "Name: value"; nothing if the line is none.
void add_header(std::string_view line, Headers& headers);

/// An answer of a server as it came, with its body as it was meant.
struct ArchivedResponse {
  int status = 0;
  Headers headers;
  std::string body;

  bool is_page() const;  ///< Whether it says that it is HTML.
};

/// Takes an answer apart.  Throws `Error`, without a name, if it is none.
ArchivedResponse parse_response(std::string_view bytes);

/// Undoes what was done to the body for its way: chunks, gzip, deflate.
/// Throws `Error`, without a name, for other encodings and what is broken.
void decode_body(ArchivedResponse& response);

}  // namespace demarche

#endif
