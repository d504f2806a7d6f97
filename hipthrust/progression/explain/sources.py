"""What each action rests on. An action without a study is coaching convention and says so."""

from ..answer import Suggestion

ACSM = "ACSM 2009"
NSCA = "NSCA 2-for-2"
PLOTKIN = "Plotkin 2022"
HOSTLER = "Hostler 2001"
HALPERIN = "Halperin 2022"
ROBINSON = "Robinson 2024"
GRGIC = "Grgic 2020"
ROGERSON = "Rogerson 2024"
MCMASTER = "McMaster 2013"
KENNEDY = "Kennedy 2023"
CONTRERAS = "Contreras 2016"
SKARABOT = "Skarabot 2016"
BISHOP = "Bishop 2021"
ACSM_2026 = "ACSM 2026"
CONVENTION = "convention"

SOURCES: dict[str, tuple[str, ...]] = {
    "START": ("G0", CONVENTION),
    "STOP": (CONVENTION,),
    "STOP_REFER": (CONVENTION,),
    "REGRESS_PAIN": (CONVENTION,),
    "REPEAT": (MCMASTER,),
    "RETURN": (MCMASTER, CONVENTION),
    "HOLD_FORM": ("G0",),
    "REGRESS_FORM": ("G0", CONVENTION),
    "TRIAL_PASSED": ("G1", HALPERIN),
    "TRIAL_FAILED": ("G1", HALPERIN),
    "DELOAD": (ROGERSON, GRGIC),
    "RESUME": (ROGERSON,),
    "LOAD_DOWN": (ROBINSON, CONVENTION),
    "RESET_10": (CONVENTION,),
    "MATCH_SIDES": ("G4", BISHOP),
    "WEAK_SIDE": ("G4", BISHOP),
    "HOLD_CUE": ("G0",),
    "RETURN_STEP": (MCMASTER, ACSM),
    "HOLD_MASTERY": ("G0",),
    "TEST_BASE": ("G1", CONVENTION),
    "TO_DUMBBELL": ("G1", NSCA),
    "TO_BARBELL": ("G1", NSCA),
    "TRIAL_DUMBBELL": ("G1", HALPERIN),
    "TRIAL_BAR": ("G1", HALPERIN),
    "TRIAL_LOAD": ("G1", HALPERIN),
    "TRIAL_UNILATERAL": ("G4", SKARABOT),
    "LOAD_UP": ("G1", ACSM, NSCA, HOSTLER),
    "EXTEND_REPS": (PLOTKIN,),
    "BIG_STEP": ("G1", ACSM, HALPERIN),
    "NEXT_BAND": ("G2", KENNEDY, ACSM_2026),
    "ADD_PAUSE": ("G3", ACSM_2026),
    "ADD_BAND": ("G2", KENNEDY, ACSM_2026),
    "GO_UNILATERAL": ("G4", SKARABOT),
    "ADD_SLOW": ("G3", ACSM_2026),
    "ADD_SET": (CONVENTION,),
    "MAINTAIN": ("G1",),
    "HOLD": (ROBINSON,),
    "CONFIRM": (NSCA,),
    "HOLD_TOP": (NSCA, HALPERIN),
    "EASIER": ("G0",),
    "REPS_UP": (PLOTKIN,),
}


def rests_on(found: Suggestion) -> tuple[str, ...]:
    """Name guide method and studies; a repeat after a miss rests on how strength varies."""
    if found.action == "REPEAT" and found.row == 9:
        return (GRGIC,)
    bands = found.next.bands if found.next else ()
    if found.method == "band" and any(use.placement == "hips" for use in bands):
        return ("G2", CONTRERAS, ACSM_2026)
    return SOURCES[found.action]
