package pullquote.time;

import java.util.List;

/**
 * Sentences of the project's own for constructions that the marked dispatches hardly show: the timetabled present, a past
 * clause joined to one that is ahead. A plus behind a day or month says that it is ahead, a minus that it is behind, read
 * on Wednesday, 27 September 2017.
 */
final class DirectionLessons {
    static final List<String> SENTENCES = """
            The shops open on Saturday+ at 8 a.m.
            The museum reopens on Friday+.
            School starts Monday+.
            The ferry leaves on Sunday+ at 6 p.m.
            The fair opens on Thursday+ and ends on Sunday+.
            The hearing is on Tuesday+.
            The next round is on Saturday+.
            The final is Sunday+.
            The runoff is in November+.
            The census is in February+.
            The next session of the assembly is in January+.
            The envoy arrives on Monday+ for two days of talks.
            The queen arrives in Lima on Thursday+.
            He faces a vote of confidence on Friday+.
            She faces the committee on Tuesday+.
            It faces strikes on Monday+ and Tuesday+.
            The team plays at home on Saturday+.
            The ministers meet on Friday+ in Vienna.
            The council meets Thursday+ to choose a chairman.
            The court begins hearings on Monday+.
            The ban takes effect on Sunday+.
            The lease expires in December+.
            The season ends in March+.
            The trial resumes on Friday+.
            The delegation travels to Oslo on Saturday+.
            Voters go to the polls on Sunday+.
            The country votes on Tuesday+.
            The bakers strike on Friday+.
            The road closes on Monday+ for repairs.
            The new line opens in April+.
            The conference begins Thursday+ and closes Saturday+.
            The festival runs until Sunday+.
            A vote is on Thursday+.
            The budget is due Friday+.
            The report comes out on Monday+.
            Trains run again from Saturday+.
            The summit takes place in Quito on Sunday+.
            The pilot flies home on Tuesday+.
            The shops opened on Saturday- at 8 a.m.
            The museum reopened on Friday-.
            School started Monday-.
            The fair opened on Thursday- and ended on Sunday-.
            The hearing was on Tuesday-.
            The final was Sunday-.
            The envoy arrived on Monday- for two days of talks.
            He faced a vote of confidence on Friday-.
            The ministers met on Friday- in Vienna.
            The ban took effect on Sunday-.
            A bridge opened in November- and a second one will open in March+.
            A mill closed in December- and another is to close in January+.
            The first ship sailed in October- and the next will sail in April+.
            The talks failed on Monday- but will go on this month.
            He resigned on Friday- and his deputy will take over.
            She was elected in November- and will take office soon.
            The law was passed in October-, and the courts will apply it.
            The pier burned down in December- and will be rebuilt.
            The strike ended on Tuesday- and trains are to run again.
            Prices have risen since March-.
            Nothing has moved since Thursday-.
            The dam has been dry since November-.
            Tolls must be halved by December+.
            The bridge must be mended by Friday+.
            The hall has to be empty by January+.
            Sales fell from January- to February-.
            Exports rose from October- to December-.
            Output had fallen in January-.
            Ships had left the port on Friday-.
            The clerks walked out on Thursday- and the porters on Friday-.
            The new strike may start Saturday+.
            The porters could walk out on Monday+.
            The mayor says that the hall was locked on Sunday-.
            The mayor says that the hall will be locked on Sunday+.
            The clerk is in court over what he did on Saturday-.
            It is the first frost since Friday-.
            She is in hospital after a fall on Monday-.
            The bridge is closed after the fire of Tuesday-.
            """.lines().toList();

    private DirectionLessons() {}
}
