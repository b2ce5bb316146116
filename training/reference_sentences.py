"""Sentences of our own, split into words, for the test vectors."""

SENTENCES = (
    "Yes",
    "Ministers resigned .",
    "ROYAL NAVY SHIP SINKS OFF THE COAST OF NORWAY",
    "Zoë Müller met Gdańsk 's mayor in Reykjavík , São Tomé and 北京 on 3 May .",
    "The Prime Minister Says He Will n't Talk With Rebels in the North",
    "A spokeswoman for the U.N. told reporters that the cease-fire , which"
    " both sides had signed on Tuesday , was \" fragile but holding \" .",
    "On 14 July 2031 the 2nd Court of Appeal in Bern fined Nordwind AG"
    " $ 4.5m after its e-mail server , at http://example.org/a?b=c , had"
    " leaked 1,200 patients ' records .",
    "Although the finance ministry had promised in early spring that no"
    " further cuts would be made before the election , the new government of"
    " President Amara Okonjo announced on Friday that it will close eleven"
    " hospitals , raise the tax on fuel by a fifth and send police to the"
    " ports , where dockers threaten to strike until their wages are paid .",
)
