#include "app/configuration.h"

namespace demarche {

DescribeOptions describe_options_of(const Extractor& extractor,
                                    const std::string& view,
                                    bool strict_attribution) {
  DescribeOptions options;
  options.view = view == "facts"  ? View::facts
                 : view == "full" ? View::full
                                  : View::claims;
  options.strict_attribution = strict_attribution;
  options.configuration = {DEMARCHE_VERSION,
                           extractor.analyser().file().digest(),
                           extractor.ontology().digest()};
  return options;
}

}  // namespace demarche
