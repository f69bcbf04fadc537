namespace PerfectviewFunctions.Sandbox;

/// <summary>A call of either API, read and ready to be done. What is the same for both, such as faults, knows only this.</summary>
internal interface ICall
{
    CallApi Api { get; }

    /// <summary>By its SOAP name; REST calls have that of the operation that does the same.</summary>
    string Operation { get; }

    string InvoiceNumber { get; }

    string RelationCode { get; }

    /// <summary>What was asked, with codes, tokens and session ids masked.</summary>
    string Request { get; }

    /// <summary>It changes the books; otherwise it reads, or is about the session.</summary>
    bool ChangesBooks { get; }

    /// <summary>The caller by the session, or the code that refuses it; neither when the call needs no session.</summary>
    (Caller? Caller, string? Error) Admit();

    /// <param name="hidden">Keeps the number or id given out, out of a successful answer.</param>
    Reply Do(Caller? caller, bool hidden);

    Reply Refuse(string code);

    /// <summary>Not done: the session of the call is gone, now and from here on.</summary>
    Reply LoseSession();
}
