#ifndef DEMARCHE_GRAPHS_TERMS_H_
#define DEMARCHE_GRAPHS_TERMS_H_

#include <array>
#include <string>
#include <string_view>

// The IRIs that the output is written in.  Those of dm: are defined in
// ontology/demarche.ttl; a test holds this file against that one.

namespace demarche::terms {

inline constexpr std::string_view dm = "https://w3id.org/demarche/ontology#";
inline constexpr std::string_view ent = "https://w3id.org/demarche/entity/";

/// A term of dm: by its local name.
inline std::string of_demarche(std::string_view local_name) {
  return std::string(dm).append(local_name);
}

inline constexpr std::string_view rdf_type =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view rdf_statement =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement";
inline constexpr std::string_view rdf_subject =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject";
inline constexpr std::string_view rdf_predicate =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
inline constexpr std::string_view rdf_object =
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#object";
inline constexpr std::string_view rdfs_label =
    "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr std::string_view skos_exact_match =
    "http://www.w3.org/2004/02/skos/core#exactMatch";

/// NLP Interchange Format 2.0, https://persistence.uni-leipzig.org/nlp2rdf/.
inline constexpr std::string_view nif_context =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Context";
inline constexpr std::string_view nif_phrase =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Phrase";
inline constexpr std::string_view nif_is_string =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString";
inline constexpr std::string_view nif_anchor_of =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf";
inline constexpr std::string_view nif_reference_context =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/"
    "nif-core#referenceContext";
inline constexpr std::string_view nif_begin_index =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#beginIndex";
inline constexpr std::string_view nif_end_index =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#endIndex";
inline constexpr std::string_view nif_source_url =
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#sourceUrl";
/// https://www.w3.org/TR/its20/
inline constexpr std::string_view its_identifies =
    "http://www.w3.org/2005/11/its/rdf#taIdentRef";
/// Grounded Annotation Framework.
inline constexpr std::string_view gaf_denoted_by =
    "http://groundedannotationframework.org/gaf#denotedBy";

/// Simple Event Model.
inline constexpr std::string_view sem_has_time =
    "http://semanticweb.cs.vu.nl/2009/11/sem/hasTime";
inline constexpr std::string_view sem_has_place =
    "http://semanticweb.cs.vu.nl/2009/11/sem/hasPlace";

inline constexpr std::string_view prov_activity =
    "http://www.w3.org/ns/prov#Activity";
inline constexpr std::string_view prov_used = "http://www.w3.org/ns/prov#used";
inline constexpr std::string_view prov_was_generated_by =
    "http://www.w3.org/ns/prov#wasGeneratedBy";

inline constexpr std::string_view schema_news_article =
    "https://schema.org/NewsArticle";
inline constexpr std::string_view schema_identifier =
    "https://schema.org/identifier";
inline constexpr std::string_view schema_headline =
    "https://schema.org/headline";
inline constexpr std::string_view schema_date_published =
    "https://schema.org/datePublished";
inline constexpr std::string_view schema_publisher =
    "https://schema.org/publisher";
inline constexpr std::string_view schema_citation =
    "https://schema.org/citation";
inline constexpr std::string_view schema_software_version =
    "https://schema.org/softwareVersion";

/// https://www.w3.org/TR/owl-time/
inline constexpr std::string_view time_temporal_entity =
    "http://www.w3.org/2006/time#TemporalEntity";
inline constexpr std::string_view time_instant =
    "http://www.w3.org/2006/time#Instant";
inline constexpr std::string_view time_interval =
    "http://www.w3.org/2006/time#Interval";
inline constexpr std::string_view time_has_beginning =
    "http://www.w3.org/2006/time#hasBeginning";
inline constexpr std::string_view time_has_end =
    "http://www.w3.org/2006/time#hasEnd";
inline constexpr std::string_view time_in_date =
    "http://www.w3.org/2006/time#inXSDDate";
inline constexpr std::string_view time_in_date_time =
    "http://www.w3.org/2006/time#inXSDDateTime";
inline constexpr std::string_view time_in_year_month =
    "http://www.w3.org/2006/time#inXSDgYearMonth";
inline constexpr std::string_view time_in_year =
    "http://www.w3.org/2006/time#inXSDgYear";
inline constexpr std::string_view time_has_duration =
    "http://www.w3.org/2006/time#hasXSDDuration";
/// Datatype of ISO 8601-2, as the Library of Congress names it.
inline constexpr std::string_view edtf =
    "http://id.loc.gov/datatypes/edtf/EDTF";

inline constexpr std::string_view xsd_string =
    "http://www.w3.org/2001/XMLSchema#string";
inline constexpr std::string_view xsd_boolean =
    "http://www.w3.org/2001/XMLSchema#boolean";
inline constexpr std::string_view xsd_integer =
    "http://www.w3.org/2001/XMLSchema#integer";
inline constexpr std::string_view xsd_non_negative_integer =
    "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";
inline constexpr std::string_view xsd_decimal =
    "http://www.w3.org/2001/XMLSchema#decimal";
inline constexpr std::string_view xsd_date =
    "http://www.w3.org/2001/XMLSchema#date";
inline constexpr std::string_view xsd_date_time =
    "http://www.w3.org/2001/XMLSchema#dateTime";
inline constexpr std::string_view xsd_year_month =
    "http://www.w3.org/2001/XMLSchema#gYearMonth";
inline constexpr std::string_view xsd_year =
    "http://www.w3.org/2001/XMLSchema#gYear";
inline constexpr std::string_view xsd_duration =
    "http://www.w3.org/2001/XMLSchema#duration";

/// Local names of dm: that this folder writes, beside the classes, roles and
/// relations of the ontology.
inline constexpr std::array local_names = {
    // Classes.
    "Claim", "Narrative", "Quantity", "Relationship",
    // Of claims.
    "claims", "claimer", "attributionDepth", "factuality", "withinClaim", "cue",
    "unnamed_source",
    // Of events.
    "roleset", "mode", "future", "onBehalfOf", "roleEvidence", "hasQuantity",
    "inNarrative",
    // Of entities.
    "matchedLabel", "actorCode", "sector", "actsFor",
    // Of times, quantities and relationships.
    "edtf", "value", "unit", "bound", "since",
    // Of narratives.
    "stance", "narrativeAbout", "provider", "narrativeBody",
    // Of activities.
    "modelDigest", "ontologyDigest",
    // Factuality.
    "certain_positive", "probable_positive", "possible_positive",
    "certain_negative", "probable_negative", "possible_negative", "unknown"};

}  // namespace demarche::terms

#endif
